package org.broadsheet.mail;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.ValueResolver;

/**
 * Reads the values that models are made of: the methods of our records and words, and whether an optional value is there. Text has no
 * methods here: {@code repeat} alone would fill the memory (F9).
 */
final class ModelResolver implements ValueResolver {

    private final ReflectionValueResolver reflection = new ReflectionValueResolver();

    @Override
    public boolean appliesTo(EvalContext context) {
        var base = context.getBase();
        return (base instanceof Record || base instanceof MailWords || base instanceof Optional && context.getParams().isEmpty())
                && reflection.appliesTo(context);
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
        var budget = RenderBudget.of(context.resolutionContext());
        budget.step();
        return reflection.resolve(context).thenApply(value -> {
            if (value instanceof CharSequence text && !context.getParams().isEmpty()) {
                budget.hold(text);
            }
            return value;
        });
    }

    @Override
    public int getPriority() {
        return -1;
    }
}
