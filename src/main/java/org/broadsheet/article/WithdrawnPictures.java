package org.broadsheet.article;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.transaction.Transactional;

import javax.sql.DataSource;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;

/**
 * Removes the pictures of stories that were withdrawn: from the database in the transaction of the withdrawal, from this node's files as soon as
 * that has committed, from those of other nodes within seconds. What another story shows, too, stays.
 */
@ApplicationScoped
public class WithdrawnPictures {

    private static final Logger LOG = Logger.getLogger(WithdrawnPictures.class);
    private static final String OF_STORY = """
            select picture_hash from article where story_id = ? and picture_hash is not null
            union select hash from body_picture join article on article.id = article_id where story_id = ? and hash is not null""";
    private static final String TAKE_OFF = "update article set picture_hash = null, picture_state = 'NONE', picture_problem = '', body_pictured = null, version = version + 1 where story_id = ?";
    private static final String TAKE_OUT = "delete from body_picture using article where article.id = article_id and story_id = ?";
    private static final String REMOVE = """
            delete from picture where hash = any (?) and not exists (select from article where picture_hash = picture.hash)
                and not exists (select from body_picture where body_picture.hash = picture.hash) returning hash""";
    private static final String WANT_AGAIN = "update article set picture_state = 'WANTED', picture_next_at = null where story_id = ? and picture_candidates <> '[]'";
    /** A request that read a picture just before it was removed may write its file just after. */
    private static final String LATELY = "select distinct hash from withdrawn_picture where at > now() - interval '2 minutes'";
    private static final String KEPT = "select distinct hash from withdrawn_picture";
    private static final String OLD = "delete from withdrawn_picture where at < now() - interval '3 days'";

    /** These are gone from the database. */
    record Removed(Set<String> hashes) {
    }

    private final DataSource database;
    private final PictureCache cache;
    private final Event<PicturesLeaving> leaving;
    private final Event<Removed> removed;

    WithdrawnPictures(DataSource database, PictureCache cache, Event<PicturesLeaving> leaving, Event<Removed> removed) {
        this.database = database;
        this.cache = cache;
        this.leaving = leaving;
        this.removed = removed;
    }

    /**
     * Removes the pictures of a story, in the caller's transaction, which has written that the story is withdrawn.
     *
     * @param alsoShown hashes of pictures that are shown with the story beside those of its articles
     */
    public void remove(long story, Collection<String> alsoShown) throws SQLException {
        try (var connection = database.getConnection()) {
            var hashes = new HashSet<>(alsoShown);
            hashes.addAll(hashes(connection, OF_STORY, story, story));
            run(connection, TAKE_OFF, story);
            run(connection, TAKE_OUT, story);
            var unwanted = new PicturesLeaving(hashes);
            leaving.fire(unwanted);
            var gone = Set.copyOf(removed(connection, unwanted.hashes()));
            if (!gone.isEmpty()) {
                removed.fire(new Removed(gone));
            }
        }
    }

    /** The story is shown again: its pictures are fetched anew. In the caller's transaction. */
    public void wantAgain(long story) throws SQLException {
        try (var connection = database.getConnection()) {
            run(connection, WANT_AGAIN, story);
        }
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Removed gone) {
        forget(gone.hashes());
    }

    /** What another node removed. */
    @Scheduled(every = "5s", identity = "withdrawn-pictures", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetLate() throws SQLException {
        try (var connection = database.getConnection()) {
            forget(hashes(connection, LATELY));
        }
    }

    /** What was removed while this node stood still; and what nobody need be told any more. */
    @Scheduled(every = "6h", identity = "withdrawn-pictures-kept", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetEarlier() throws SQLException {
        try (var connection = database.getConnection()) {
            forget(hashes(connection, KEPT));
            run(connection, OLD);
        }
    }

    private void forget(Collection<String> hashes) {
        for (var hash : hashes) {
            try {
                cache.forget(hash);
            } catch (IOException problem) {
                LOG.errorf("The files of withdrawn picture %s cannot be deleted yet: %s", hash, problem.getMessage());
            }
        }
    }

    private static List<String> removed(Connection connection, Set<String> hashes) throws SQLException {
        var gone = new ArrayList<String>();
        try (var delete = connection.prepareStatement(REMOVE); var note = connection.prepareStatement("insert into withdrawn_picture (hash) select unnest(?)")) {
            delete.setArray(1, connection.createArrayOf("text", hashes.toArray()));
            try (var rows = delete.executeQuery()) {
                while (rows.next()) {
                    gone.add(rows.getString(1));
                }
            }
            note.setArray(1, connection.createArrayOf("text", gone.toArray()));
            note.executeUpdate();
        }
        return gone;
    }

    private static List<String> hashes(Connection connection, String sql, Long... ids) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            for (var place = 0; place < ids.length; place++) {
                select.setLong(place + 1, ids[place]);
            }
            var hashes = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    hashes.add(rows.getString(1));
                }
            }
            return hashes;
        }
    }

    private static void run(Connection connection, String sql, Long... ids) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var place = 0; place < ids.length; place++) {
                statement.setLong(place + 1, ids[place]);
            }
            statement.executeUpdate();
        }
    }
}
