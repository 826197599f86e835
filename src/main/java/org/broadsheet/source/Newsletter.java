package org.broadsheet.source;

import java.util.List;

/** What a mail to a source's address turned out to be. */
public sealed interface Newsletter {

    /**
     * An article.
     *
     * @param document with this one entry
     * @param ownUrl   where we show it ourselves, for when its address is that of another one
     * @param pictures that came in the mail itself and are shown in it, in their order
     */
    record Article(FeedDocument document, String ownUrl, List<byte[]> pictures) implements Newsletter {

        public FeedEntry entry() {
            return document.entries().getFirst();
        }

        /** The same at another address. */
        public Article at(String url) {
            var entry = entry();
            var moved = new FeedEntry(entry.guid(), url, entry.title(), entry.summaryHtml(), entry.contentHtml(), entry.author(), entry.publishedAt(), entry.updatedAt(),
                    entry.categories(), entry.language(), entry.pictures());
            return new Article(new FeedDocument(document.head(), List.of(moved), document.problems()), ownUrl, pictures);
        }
    }

    /** Nothing to be published, and the operator should know why. */
    record Refused(FeedProblem problem) implements Newsletter {

        static Refused of(String code, String reason) {
            return new Refused(new FeedProblem(code, reason, 0));
        }
    }
}
