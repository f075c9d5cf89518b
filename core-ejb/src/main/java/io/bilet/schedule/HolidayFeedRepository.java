package io.bilet.schedule;

import io.bilet.platform.database.Columns;
import io.bilet.platform.database.Utc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The iCalendar files that are watched, and what they last said. */
@ApplicationScoped
public class HolidayFeedRepository {

    private static final String STATE = "SELECT url, etag, read_at, problem, next_try_at FROM holiday_feed ";

    @PersistenceContext(unitName = "bilet")
    EntityManager em;

    /** Those of that address, as far as they are watched. */
    public List<HolidayFeed> of(List<String> urls) {
        return urls.isEmpty()
                ? List.of()
                : feeds(em.createNativeQuery(STATE + "WHERE url IN (:urls) ORDER BY url")
                        .setParameter("urls", urls));
    }

    /** Up to {@code limit} that some schedule names and whose time has come. */
    public List<HolidayFeed> due(Instant now, int limit) {
        return feeds(em.createNativeQuery(STATE + "f WHERE next_try_at <= :now AND EXISTS (SELECT 1 FROM schedule s"
                        + " WHERE JSON_CONTAINS(s.holiday_feeds, JSON_QUOTE(f.url)))"
                        + " ORDER BY next_try_at LIMIT " + limit)
                .setParameter("now", Utc.column(now)));
    }

    private static List<HolidayFeed> feeds(Query query) {
        @SuppressWarnings("unchecked")
        List<@Nullable Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new HolidayFeed(
                        Columns.text(row[0]),
                        Columns.textOrNull(row[1]),
                        Utc.instant(row[2]),
                        Columns.textOrNull(row[3]),
                        Objects.requireNonNull(Utc.instant(row[4]))))
                .toList();
    }

    /** Begins to watch those that are not watched yet. */
    void watch(List<String> urls, Instant now) {
        for (String url : urls) {
            em.createNativeQuery("INSERT IGNORE INTO holiday_feed (url, dates, next_try_at) VALUES (:url, '[]', :now)")
                    .setParameter("url", url)
                    .setParameter("now", Utc.column(now))
                    .executeUpdate();
        }
    }

    /** What those say, in their order. */
    List<Holiday> dates(List<String> urls) {
        return urls.stream().flatMap(url -> dates(url).stream()).toList();
    }

    private List<Holiday> dates(String url) {
        @SuppressWarnings("unchecked")
        List<Object> dates = em.createNativeQuery("SELECT dates FROM holiday_feed WHERE url = :url")
                .setParameter("url", url)
                .getResultList();
        return dates.stream()
                .flatMap(text -> new HolidaysColumn().convertToEntityAttribute(Columns.text(text)).stream())
                .toList();
    }

    /** It says this now; null says the same as before. */
    void read(HolidayFeed feed, @Nullable List<Holiday> dates) {
        em.createNativeQuery("UPDATE holiday_feed SET dates = COALESCE(:dates, dates), etag = :etag, read_at = :read,"
                        + " problem = NULL, next_try_at = :next WHERE url = :url")
                .setParameter("dates", dates == null ? null : new HolidaysColumn().convertToDatabaseColumn(dates))
                .setParameter("etag", feed.etag())
                .setParameter("read", Utc.column(feed.readAt()))
                .setParameter("next", Utc.column(feed.nextTryAt()))
                .setParameter("url", feed.url())
                .executeUpdate();
    }

    void failed(String url, String problem, Instant nextTryAt) {
        em.createNativeQuery("UPDATE holiday_feed SET problem = :problem, next_try_at = :next WHERE url = :url")
                .setParameter("problem", problem)
                .setParameter("next", Utc.column(nextTryAt))
                .setParameter("url", url)
                .executeUpdate();
    }
}
