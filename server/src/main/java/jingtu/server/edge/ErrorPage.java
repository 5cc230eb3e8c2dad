package jingtu.server.edge;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jingtu.server.scope.AllowedTo;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what the servlet container refused before a controller was reached. */
@RestController
class ErrorPage implements ErrorController {

  @RequestMapping("/error")
  @AllowedTo.Anybody
  ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
    HttpStatus status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? HttpStatus.valueOf(code)
            : HttpStatus.NOT_FOUND;
    return ProblemAdvice.answer(
        Problem.of(status, ProblemAdvice.keyOf(status)), new HttpHeaders(), request);
  }
}
