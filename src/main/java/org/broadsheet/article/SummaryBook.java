package org.broadsheet.article;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.broadsheet.platform.Sha256;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** What the database knows of summaries by a model: who waits, what was said before, how much may still be asked today. Each call a transaction of its own. */
@ApplicationScoped
class SummaryBook {

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int MOST_TRIES = 4;

    /** An article that waits, as it was when it was read. */
    record Wish(long article, String fingerprint, String title, String standfirst, String body, Locale language) {

        /** Of all that the model is told. */
        String hash(String model) {
            return Sha256.hex(String.join("\u0000", model, language.toLanguageTag(), title, standfirst, body));
        }
    }

    private final DataSource database;
    private final Clock clock;

    SummaryBook(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Claims articles that wait, the newest first; a node that dies loses them after a while. */
    List<Long> claim(int most) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement("""
                update article set summary_next = now() + make_interval(secs => ?)
                where id in (select id from article where summary_state = 'WANTED' and (summary_next is null or summary_next <= now())
                    order by id desc limit ? for update skip locked)
                returning id""")) {
            update.setDouble(1, LEASE.toSeconds());
            update.setInt(2, most);
            try (var rows = update.executeQuery()) {
                var ids = new ArrayList<Long>();
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
                return ids;
            }
        }
    }

    @Transactional
    Optional<Wish> wish(long id) {
        return Article.<Article>find("id = ?1 and summaryState = ?2", id, Article.SummaryState.WANTED).firstResultOptional()
                .map(article -> new Wish(id, article.fingerprint, article.title, article.standfirst, PlainText.of(article.bodyHtml), ArticleStore.locale(article)));
    }

    /** Notes how it went, unless the article has changed meanwhile. */
    @Transactional
    void settle(Wish wish, ModelSummariser.Attempt attempt) {
        Article article = Article.findById(wish.article());
        if (article == null || article.summaryState != Article.SummaryState.WANTED || !article.fingerprint.equals(wish.fingerprint())) {
            return;
        }
        switch (attempt) {
            case ModelSummariser.Attempt.Written written -> {
                article.summary = written.summary();
                article.summaryState = Article.SummaryState.WRITTEN;
                article.summaryProblem = "";
            }
            case ModelSummariser.Attempt.Refused refused -> giveUp(article, "The model's answer was refused: " + refused.reason());
            case ModelSummariser.Attempt.Unanswered silent -> {
                if (++article.summaryTries >= MOST_TRIES) {
                    giveUp(article, silent.reason());
                } else {
                    article.summaryProblem = silent.reason();
                }
            }
        }
    }

    private static void giveUp(Article article, String reason) {
        article.summaryState = Article.SummaryState.REFUSED;
        article.summaryProblem = reason;
    }

    /** Gives an article back, to be asked for again after this time. */
    void later(long article, Duration pause) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.prepareStatement("update article set summary_next = now() + make_interval(secs => ?) where id = ?")) {
            update.setDouble(1, pause.toSeconds());
            update.setLong(2, article);
            update.executeUpdate();
        }
    }

    /** Takes one question from today's budget. */
    boolean spend(int perDay) throws SQLException {
        if (perDay < 1) {
            return false;
        }
        try (var connection = database.getConnection(); var insert = connection.prepareStatement("""
                insert into model_budget (day, asked) values (?, 1)
                on conflict (day) do update set asked = model_budget.asked + 1 where model_budget.asked < ?""")) {
            insert.setDate(1, today());
            insert.setInt(2, perDay);
            return insert.executeUpdate() == 1;
        }
    }

    int spentToday() throws SQLException {
        try (var connection = database.getConnection(); var select = connection.prepareStatement("select asked from model_budget where day = ?")) {
            select.setDate(1, today());
            return number(select);
        }
    }

    int waiting() throws SQLException {
        try (var connection = database.getConnection(); var select = connection.prepareStatement("select count(*) from article where summary_state = 'WANTED'")) {
            return number(select);
        }
    }

    private static int number(PreparedStatement select) throws SQLException {
        try (var rows = select.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    Optional<String> known(String hash) throws SQLException {
        try (var connection = database.getConnection(); var select = connection.prepareStatement("select answer from model_answer where hash = ?")) {
            select.setString(1, hash);
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        }
    }

    /** Remembers an answer, and forgets those that are too old. */
    void remember(String hash, String answer, Duration kept) throws SQLException {
        try (var connection = database.getConnection()) {
            insert(connection, hash, answer);
            try (var delete = connection.prepareStatement("delete from model_answer where created_at < ?")) {
                delete.setTimestamp(1, Timestamp.from(clock.instant().minus(kept)));
                delete.executeUpdate();
            }
        }
    }

    private void insert(Connection connection, String hash, String answer) throws SQLException {
        try (var insert = connection.prepareStatement("insert into model_answer (hash, answer, created_at) values (?, ?, ?) on conflict (hash) do nothing")) {
            insert.setString(1, hash);
            insert.setString(2, answer);
            insert.setTimestamp(3, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
    }

    private Date today() {
        return Date.valueOf(clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
    }
}
