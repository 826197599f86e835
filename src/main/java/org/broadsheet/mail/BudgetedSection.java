package org.broadsheet.mail;

import java.util.List;
import java.util.concurrent.CompletionStage;

import io.quarkus.qute.ResultNode;
import io.quarkus.qute.Scope;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;

/** Any kind of section, made to count against the {@link RenderBudget}. */
final class BudgetedSection implements SectionHelper {

    private final SectionHelper section;

    private BudgetedSection(SectionHelper section) {
        this.section = section;
    }

    @Override
    public CompletionStage<ResultNode> resolve(SectionResolutionContext context) {
        var budget = RenderBudget.of(context.resolutionContext());
        budget.enter();
        try {
            return section.resolve(context);
        } finally {
            budget.leave();
        }
    }

    /** Delegates all but the helper itself. */
    record Factory(SectionHelperFactory<?> kind) implements SectionHelperFactory<BudgetedSection> {

        @Override
        public List<String> getDefaultAliases() {
            return kind.getDefaultAliases();
        }

        @Override
        public ParametersInfo getParameters() {
            return kind.getParameters();
        }

        @Override
        public List<String> getBlockLabels() {
            return kind.getBlockLabels();
        }

        @Override
        public boolean cacheFactoryConfig() {
            return kind.cacheFactoryConfig();
        }

        @Override
        public boolean treatUnknownSectionsAsBlocks() {
            return kind.treatUnknownSectionsAsBlocks();
        }

        @Override
        public BudgetedSection initialize(SectionInitContext context) {
            return new BudgetedSection(kind.initialize(context));
        }

        @Override
        public Scope initializeBlock(Scope outerScope, BlockInfo block) {
            return kind.initializeBlock(outerScope, block);
        }

        @Override
        public MissingEndTagStrategy missingEndTagStrategy() {
            return kind.missingEndTagStrategy();
        }
    }
}
