package org.broadsheet.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.Expression;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Results;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionBlock;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.TemplateException;

/**
 * {@code {#for item in list}…{#else}…{/for}} over the lists of a model, and over nothing else: Qute's own loop also counts to any number,
 * and sets memory aside for as many turns before the first (F9). Metadata is {@code item_index} (from 0), {@code item_count} (from 1),
 * {@code item_hasNext}, {@code item_isFirst} and {@code item_isLast}.
 */
final class LoopSection implements SectionHelper {

    private static final String LIST = "iterable";

    private final String alias;
    private final Expression list;
    private final SectionBlock otherwise;

    private LoopSection(SectionHelperFactory.SectionInitContext context) {
        this.alias = context.getParameter("alias");
        this.list = context.getExpression(LIST);
        this.otherwise = context.getBlock("else");
    }

    @Override
    public CompletionStage<ResultNode> resolve(SectionResolutionContext context) {
        return context.evaluate(list).thenCompose(value -> {
            if (!(value instanceof List<?> items)) {
                throw TemplateException.builder()
                        .message("only a list can be looped over, and {" + list.toOriginalString() + "} is none")
                        .origin(list.getOrigin()).build();
            }
            if (items.isEmpty()) {
                return otherwise == null ? ResultNode.NOOP : context.execute(otherwise, context.resolutionContext());
            }
            return turns(items, context);
        });
    }

    private CompletionStage<ResultNode> turns(List<?> items, SectionResolutionContext context) {
        var budget = RenderBudget.of(context.resolutionContext());
        var turns = new ArrayList<ResultNode>(items.size());
        for (var index = 0; index < items.size(); index++) {
            budget.step();
            var data = new Turn(alias, items.get(index), index, items.size());
            var turn = context.execute(context.resolutionContext().createChild(data, null)).toCompletableFuture();
            if (!turn.isDone() || turn.isCompletedExceptionally()) {
                return turn;
            }
            turns.add(turn.join()); // nothing in these templates is asynchronous
        }
        return CompletedStage.of(new ResultNode() {
            @Override
            public void process(Consumer<String> output) {
                turns.forEach(turn -> turn.process(output));
            }
        });
    }

    /** Not a record: those are models, whose methods templates may read. */
    private static final class Turn implements Mapper {

        private final String alias;
        private final Object item;
        private final int index;
        private final int size;

        Turn(String alias, Object item, int index, int size) {
            this.alias = alias;
            this.item = item;
            this.index = index;
            this.size = size;
        }

        @Override
        public boolean appliesTo(String key) {
            return key.equals(alias) || key.startsWith(alias + "_");
        }

        @Override
        public Object get(String key) {
            return key.equals(alias) ? item : switch (key.substring(alias.length() + 1)) {
                case "index" -> index;
                case "count" -> index + 1;
                case "hasNext" -> index < size - 1;
                case "isFirst" -> index == 0;
                case "isLast" -> index == size - 1;
                default -> Results.NotFound.from(key);
            };
        }
    }

    static final class Factory implements SectionHelperFactory<LoopSection> {

        @Override
        public List<String> getDefaultAliases() {
            return List.of("for");
        }

        @Override
        public ParametersInfo getParameters() {
            return ParametersInfo.builder().addParameter("alias").addParameter("in").addParameter(LIST).build();
        }

        @Override
        public List<String> getBlockLabels() {
            return List.of("else");
        }

        @Override
        public LoopSection initialize(SectionInitContext context) {
            if (!"in".equals(context.getParameter("in"))) {
                throw TemplateException.builder().message("a loop is written {#for item in list}").origin(context.getOrigin()).build();
            }
            return new LoopSection(context);
        }

        @Override
        public Scope initializeBlock(Scope outerScope, BlockInfo block) {
            if (!block.isMainBlock()) {
                return outerScope;
            }
            block.addExpression(LIST, block.getParameter(LIST));
            var scope = new Scope(outerScope);
            scope.putBinding(block.getParameter("alias"), null);
            return scope;
        }
    }
}
