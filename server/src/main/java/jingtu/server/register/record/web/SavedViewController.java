package jingtu.server.register.record.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingtu.server.register.record.SavedViews;
import jingtu.server.scope.AllowedTo;
import jingtu.server.scope.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Ways of looking at a register that people keep. */
@RestController
@RequestMapping("/api/registers/{register}/views")
class SavedViewController {

  private final SavedViews views;

  SavedViewController(SavedViews views) {
    this.views = views;
  }

  /** What a view asks, in the words of the list's address. */
  record QuestionView(
      @Nullable String q,
      @Nullable List<String> filters,
      @Nullable String sort,
      @Nullable List<String> columns,
      @Nullable String state) {

    static QuestionView of(SavedViews.Question question) {
      return new QuestionView(
          question.q(), question.filters(), question.sort(), question.columns(), question.state());
    }

    SavedViews.Question question() {
      return new SavedViews.Question(
          Optional.ofNullable(q).orElse(""),
          Optional.ofNullable(filters).orElseGet(List::of),
          Optional.ofNullable(sort).orElse(""),
          Optional.ofNullable(columns).orElseGet(List::of),
          Optional.ofNullable(state).orElse(""));
    }
  }

  record ViewForm(@NotNull String name, boolean shared, @NotNull QuestionView query) {}

  record ViewView(
      UUID id, String name, boolean shared, boolean mine, String by, QuestionView query) {

    static ViewView of(SavedViews.View view) {
      return new ViewView(
          view.id(),
          view.name(),
          view.shared(),
          view.mine(),
          view.by(),
          QuestionView.of(view.question()));
    }
  }

  record ViewsView(List<ViewView> views) {}

  @GetMapping
  @AllowedTo.Everyone
  ViewsView list(Scope scope, @PathVariable String register) {
    return new ViewsView(
        views.list(scope, RegisterRecordsController.id(register)).stream()
            .map(ViewView::of)
            .toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @AllowedTo.Everyone
  ViewView add(Scope scope, @PathVariable String register, @Valid @RequestBody ViewForm form) {
    return ViewView.of(
        views.add(
            scope,
            RegisterRecordsController.id(register),
            form.name(),
            form.shared(),
            form.query().question()));
  }

  @PutMapping("/{id}")
  @AllowedTo.Everyone
  ViewView change(
      Scope scope,
      @PathVariable String register,
      @PathVariable UUID id,
      @Valid @RequestBody ViewForm form) {
    return ViewView.of(
        views.change(
            scope,
            RegisterRecordsController.id(register),
            id,
            form.name(),
            form.shared(),
            form.query().question()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @AllowedTo.Everyone
  void remove(Scope scope, @PathVariable String register, @PathVariable UUID id) {
    views.remove(scope, RegisterRecordsController.id(register), id);
  }
}
