package org.broadsheet.article;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;

/**
 * Removes pictures that nobody shows any more: their articles were removed or have others, or the rights were withdrawn. A picture goes a day
 * after its last use was seen, so that nothing goes that is just being taken. Times are the database's.
 */
@ApplicationScoped
public class PicturePurge {

    private static final Logger LOG = Logger.getLogger(PicturePurge.class);
    private static final int BATCH = 500;
    private static final String USED = "(exists (select from article where picture_hash = picture.hash) or exists (select from body_picture where body_picture.hash = picture.hash))";
    /** Copies of what may not be shown are not kept either; when it may be again, the texts are looked through anew. */
    private static final String FORBIDDEN = """
            with gone as (delete from body_picture using article where article.id = article_id and not %s returning article_id)
            update article set body_pictured = null where id in (select article_id from gone)""".formatted(BodyPictureQueue.ALLOWED);
    /** Those that were left out because they stood above the text, where another one stands there now. */
    private static final String LEAD_NO_MORE = """
            update body_picture set state = 'WANTED', hash = null from article where article.id = article_id and state = 'LEAD' and picture_hash is distinct from body_picture.hash""";
    private static final String UNUSED = "update picture set unused_since = now() where unused_since is null and not " + USED;
    private static final String USED_AGAIN = "update picture set unused_since = null where unused_since is not null and " + USED;
    private static final String LEAVING = "select hash from picture where unused_since < now() - interval '1 day' and hash > ? order by hash limit ?";
    private static final String REMOVE = "delete from picture where hash = any (?) and unused_since < now() - interval '1 day' and not " + USED;

    private final DataSource database;
    private final Event<PicturesLeaving> leaving;

    PicturePurge(DataSource database, Event<PicturesLeaving> leaving) {
        this.database = database;
        this.leaving = leaving;
    }

    /** Notes what is not used any more, and removes what has not been for a day. */
    @Scheduled(every = "1h", delayed = "10m", identity = "picture-purge", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void purge() throws SQLException {
        note();
        var removed = 0;
        for (var batch = after(""); !batch.isEmpty(); batch = after(batch.getLast())) {
            removed += remove(batch);
        }
        if (removed > 0) {
            LOG.infof("%d pictures that nobody shows any more were removed", removed);
        }
    }

    @Transactional
    void note() throws SQLException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.executeUpdate(FORBIDDEN);
            statement.executeUpdate(LEAD_NO_MORE);
            statement.executeUpdate(USED_AGAIN);
            statement.executeUpdate(UNUSED);
        }
    }

    private List<String> after(String hash) throws SQLException {
        try (var connection = database.getConnection(); var select = connection.prepareStatement(LEAVING)) {
            select.setString(1, hash);
            select.setInt(2, BATCH);
            var hashes = new ArrayList<String>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    hashes.add(rows.getString(1));
                }
            }
            return hashes;
        }
    }

    @Transactional
    int remove(List<String> hashes) throws SQLException {
        var unwanted = new PicturesLeaving(new HashSet<>(hashes));
        leaving.fire(unwanted);
        try (Connection connection = database.getConnection(); var delete = connection.prepareStatement(REMOVE)) {
            delete.setArray(1, connection.createArrayOf("text", unwanted.hashes().toArray()));
            return delete.executeUpdate();
        }
    }
}
