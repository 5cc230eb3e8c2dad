package jingtu.server.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import jingtu.vocabulary.Finding;
import jingtu.vocabulary.Language;
import jingtu.vocabulary.Message;
import jingtu.vocabulary.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Answers every refusal and every failure as problem+json in the request's language. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(Problem problem, HttpServletRequest request) {
    return answer(problem, new HttpHeaders(), request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notSignedIn(
      AuthenticationException unknown, HttpServletRequest request) {
    return answer(HttpStatus.UNAUTHORIZED, "edge.not-signed-in", request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> forbidden(
      AccessDeniedException denied, HttpServletRequest request) {
    return answer(HttpStatus.FORBIDDEN, "edge.forbidden", request);
  }

  /** The browser's token is missing or old. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> stale(CsrfException token, HttpServletRequest request) {
    return answer(HttpStatus.FORBIDDEN, "edge.stale-page", request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadable(
      HttpMessageNotReadableException body, HttpServletRequest request) {
    return answer(HttpStatus.BAD_REQUEST, "edge.unreadable", request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> mistyped(
      MethodArgumentTypeMismatchException argument, HttpServletRequest request) {
    return answer(
        Problem.of(HttpStatus.BAD_REQUEST, "edge.bad-value", argument.getName()),
        new HttpHeaders(),
        request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooLarge(
      MaxUploadSizeExceededException upload, HttpServletRequest request) {
    return answer(HttpStatus.CONTENT_TOO_LARGE, "edge.too-large", request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalid(
      MethodArgumentNotValidException body, HttpServletRequest request) {
    List<Finding> findings =
        body.getBindingResult().getFieldErrors().stream()
            .map(error -> invalidField(error.getField()))
            .toList();
    return answer(
        Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "edge.invalid").with(findings),
        new HttpHeaders(),
        request);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> invalid(
      HandlerMethodValidationException arguments, HttpServletRequest request) {
    List<Finding> findings =
        arguments.getParameterValidationResults().stream()
            .map(result -> result.getMethodParameter().getParameterName())
            .map(name -> invalidField(name == null ? "" : name))
            .toList();
    return answer(
        Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "edge.invalid").with(findings),
        new HttpHeaders(),
        request);
  }

  /** Whatever else the framework refuses has a status; what has none is our defect. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> failed(Throwable failure, HttpServletRequest request) {
    if (failure instanceof ErrorResponse refusal) {
      return answer(
          Problem.of(statusOf(refusal.getStatusCode()), keyOf(refusal.getStatusCode())),
          refusal.getHeaders(),
          request);
    }
    LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
    return answer(HttpStatus.INTERNAL_SERVER_ERROR, "edge.failed", request);
  }

  private static Finding invalidField(String name) {
    return new Finding(name, Message.of("edge.field-invalid"), Message.of("edge.field-remedy"));
  }

  /** The problem for a status that a server or a framework chose. */
  static String keyOf(HttpStatusCode status) {
    return switch (status.value()) {
      case 401 -> "edge.not-signed-in";
      case 403 -> "edge.forbidden";
      case 404 -> "edge.not-found";
      case 405 -> "edge.method-not-allowed";
      case 406 -> "edge.not-acceptable";
      case 413 -> "edge.too-large";
      case 415 -> "edge.unsupported-media-type";
      case 422 -> "edge.invalid";
      default -> status.is4xxClientError() ? "edge.bad-request" : "edge.failed";
    };
  }

  private static HttpStatus statusOf(HttpStatusCode code) {
    HttpStatus status = HttpStatus.resolve(code.value());
    return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
  }

  private static ResponseEntity<ProblemDetail> answer(
      HttpStatus status, String key, HttpServletRequest request) {
    return answer(Problem.of(status, key), new HttpHeaders(), request);
  }

  static ResponseEntity<ProblemDetail> answer(
      Problem problem, HttpHeaders headers, HttpServletRequest request) {
    Language language = RequestLanguage.of(request);
    return ResponseEntity.status(problem.status())
        .headers(headers)
        .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(say(problem, language, request.getRequestURI()));
  }

  private static ProblemDetail say(Problem problem, Language language, String instance) {
    ProblemDetail body = ProblemDetail.forStatus(problem.status());
    body.setType(URI.create(problem.type()));
    body.setTitle(Messages.say(problem.title(), language));
    body.setDetail(Messages.say(problem.detail(), language));
    body.setInstance(URI.create(instance));
    if (!problem.findings().isEmpty()) {
      body.setProperty(
          "findings", problem.findings().stream().map(f -> SaidFinding.of(f, language)).toList());
    }
    problem.members().forEach(body::setProperty);
    return body;
  }
}
