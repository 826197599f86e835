package org.broadsheet.article;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;

/** The look-ups and updates behind stories, in plain SQL: bounded by the bands of an article, whatever the tables hold. In the caller's transaction. */
@ApplicationScoped
class StoryLookup {

    static final Duration WINDOW = Duration.ofHours(72);
    /** Of one band, and of one article in all: more are not compared. */
    private static final int MOST_OF_A_BAND = 50;
    private static final int MOST_COMPARED = 20;
    /** Of those that share a single band, which is seldom enough. */
    private static final int MOST_FAINT = 4;
    /** Space of the advisory locks: "stor". */
    private static final int LOCKS = 0x73746f72;

    /** What is looked for: an article's bands around the time of its news. */
    record Wanted(Set<Long> bands, Instant at) {
    }

    /** An article that may tell the same. @param sourceId 0 for the publication's own */
    record Candidate(long id, long storyId, long sourceId, NewsMark mark) {
    }

    /** What is noted of an article that others may find. */
    record Noted(long articleId, Set<Long> bands, Instant at) {
    }

    /** An article's place: in which story, of which source. */
    record Report(long id, long storyId, long sourceId) {
    }

    private final EntityManager entities;

    StoryLookup(EntityManager entities) {
        this.entities = entities;
    }

    /** One at a time in a publication, until the end of the transaction: two that look at once would not see each other. */
    void lock(long publication) {
        work(connection -> {
            try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(?, ?)")) {
                statement.setInt(1, LOCKS);
                statement.setInt(2, Long.hashCode(publication));
                statement.execute();
                return null;
            }
        });
    }

    /** @return for each of what is wanted those that share bands with it, at most {@value #MOST_COMPARED}, those with the most bands first */
    List<List<Candidate>> candidates(long publication, List<Wanted> wanted) {
        return work(connection -> {
            var found = shared(connection, publication, wanted);
            var all = candidates(connection, found.stream().flatMap(Collection::stream).distinct().toList());
            return found.stream().map(ids -> ids.stream().filter(all::containsKey).map(all::get).toList()).toList();
        });
    }

    private static List<List<Long>> shared(Connection connection, long publication, List<Wanted> wanted) throws SQLException {
        var found = new ArrayList<List<Long>>();
        wanted.forEach(each -> found.add(new ArrayList<>()));
        var faint = new int[wanted.size()];
        var sql = """
                select k.n, b.article_id, count(*) from unnest(?::int[], ?::bigint[], ?::timestamptz[]) as k (n, band, at)
                cross join lateral (select article_id from story_band
                    where publication_id = ? and band = k.band and at between k.at - ?::interval and k.at + ?::interval order by at desc limit ?) b
                group by 1, 2 order by 1, count(*) desc, 2 desc""";
        try (var statement = connection.prepareStatement(sql)) {
            arrays(connection, statement, wanted);
            statement.setLong(4, publication);
            statement.setString(5, WINDOW.toString());
            statement.setString(6, WINDOW.toString());
            statement.setInt(7, MOST_OF_A_BAND);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var place = rows.getInt(1);
                    var ids = found.get(place);
                    if (ids.size() < MOST_COMPARED && (rows.getLong(3) > 1 || faint[place]++ < MOST_FAINT)) {
                        ids.add(rows.getLong(2));
                    }
                }
            }
        }
        return found;
    }

    private static void arrays(Connection connection, PreparedStatement statement, List<Wanted> wanted) throws SQLException {
        var places = new ArrayList<Integer>();
        var bands = new ArrayList<Long>();
        var times = new ArrayList<Timestamp>();
        for (var place = 0; place < wanted.size(); place++) {
            for (var band : wanted.get(place).bands()) {
                places.add(place);
                bands.add(band);
                times.add(Timestamp.from(wanted.get(place).at()));
            }
        }
        statement.setArray(1, connection.createArrayOf("int4", places.toArray()));
        statement.setArray(2, connection.createArrayOf("int8", bands.toArray()));
        statement.setArray(3, connection.createArrayOf("timestamptz", times.toArray()));
    }

    private static Map<Long, Candidate> candidates(Connection connection, List<Long> ids) throws SQLException {
        var found = new HashMap<Long, Candidate>();
        if (ids.isEmpty()) {
            return found;
        }
        var sql = """
                select a.id, a.story_id, coalesce(a.source_id, 0), a.language, a.source_name, a.title, a.standfirst, a.lead
                from article a left join source s on s.id = a.source_id where a.id = any(?) and s.grouping is distinct from 'OFF'""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("int8", ids.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getLong(1), new Candidate(rows.getLong(1), rows.getLong(2), rows.getLong(3), mark(rows)));
                }
            }
        }
        return found;
    }

    private static NewsMark mark(ResultSet rows) throws SQLException {
        return NewsMark.of(rows.getString(4), rows.getString(5), rows.getString(6), rows.getString(7), rows.getString(8));
    }

    /** The articles of these stories. */
    List<Report> reports(Collection<Long> stories) {
        return work(connection -> {
            var reports = new ArrayList<Report>();
            try (var statement = connection.prepareStatement("select id, story_id, coalesce(source_id, 0) from article where story_id = any(?)")) {
                statement.setArray(1, connection.createArrayOf("int8", stories.toArray()));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        reports.add(new Report(rows.getLong(1), rows.getLong(2), rows.getLong(3)));
                    }
                }
            }
            return reports;
        });
    }

    /** Lets others find these articles. */
    void note(long publication, List<Noted> noted, LocalDate today) {
        work(connection -> {
            var sql = "insert into story_band (publication_id, band, at, article_id, noted_on) select ?, k.band, k.at, k.id, ? from unnest(?::bigint[], ?::bigint[], ?::timestamptz[])"
                    + " as k (id, band, at) on conflict do nothing";
            try (var statement = connection.prepareStatement(sql)) {
                statement.setLong(1, publication);
                statement.setObject(2, today);
                statement.setArray(3, connection.createArrayOf("int8", noted.stream().flatMap(each -> each.bands().stream().map(band -> each.articleId())).toArray()));
                statement.setArray(4, connection.createArrayOf("int8", noted.stream().flatMap(each -> each.bands().stream()).toArray()));
                statement.setArray(5, connection.createArrayOf("timestamptz", noted.stream().flatMap(each -> each.bands().stream().map(band -> Timestamp.from(each.at()))).toArray()));
                return statement.executeUpdate();
            }
        });
    }

    /** Joins one story to another: its articles go over, and whoever asks for it is led there. */
    void join(long gone, long kept) {
        work(connection -> {
            for (var sql : List.of("update article set story_id = ? where story_id = ?", "update story set joined_id = ? where joined_id = ?",
                    "update story set joined_id = ? where id = ?")) {
                try (var statement = connection.prepareStatement(sql)) {
                    statement.setLong(1, kept);
                    statement.setLong(2, gone);
                    statement.executeUpdate();
                }
            }
            return null;
        });
    }

    /** Forgets the bands noted before a day; nothing that comes now is as old. */
    int forget(LocalDate before) {
        return work(connection -> {
            try (var statement = connection.prepareStatement("delete from story_band where noted_on < ?")) {
                statement.setObject(1, before);
                return statement.executeUpdate();
            }
        });
    }

    private <T> T work(org.hibernate.jdbc.ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }
}
