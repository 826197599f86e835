package org.broadsheet.article;

import java.util.Locale;

/** Port: says in a few sentences what an article is about. What is built in calls nobody; a service with a language model may take its place. */
public interface Summariser {

    /** Characters of what is stored with an article: enough for the place that has most room. */
    int STORED = 330;

    /**
     * @param standfirst of the article, "" if it has none
     * @param body       paragraphs separated by line feeds
     * @param longest    characters wanted at most
     * @return whole sentences, "" if there is nothing to say
     */
    String summarise(String title, String standfirst, String body, Locale language, int longest);

    /** As long as what is stored; {@link Summary#atMost} shortens it. */
    default String summarise(String title, String standfirst, String body, Locale language) {
        return summarise(title, standfirst, body, language, STORED);
    }
}
