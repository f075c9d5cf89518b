package io.bilet.schedule;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.bilet.platform.error.InvalidInput;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Knows which public holidays are kept where, from Jollyday. */
final class HolidayAlmanac {

    /** History is counted by what was stored; a year back is for what is counted late. */
    static final int YEARS_BACK = 1;

    static final int YEARS_AHEAD = 5;

    private static final int REGIONS_MAX = 10;

    private HolidayAlmanac() {}

    /**
     * The holidays of those regions in the years around {@code today}; a date that two keep has the name of the first.
     *
     * @throws InvalidInput naming a country or region that is not known
     */
    static List<Holiday> around(LocalDate today, List<HolidayRegion> regions) {
        if (regions.size() > REGIONS_MAX) {
            throw new InvalidInput(
                    "/public_holidays_of", "too_many", "At most %d regions are allowed.".formatted(REGIONS_MAX));
        }
        Map<LocalDate, Holiday> dates = new TreeMap<>();
        for (int i = 0; i < regions.size(); i++) {
            HolidayRegion region = regions.get(i);
            HolidayManager manager = manager(region, "/public_holidays_of/" + i);
            for (int year = today.getYear() - YEARS_BACK; year <= today.getYear() + YEARS_AHEAD; year++) {
                manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, path(region))
                        .forEach(day -> dates.putIfAbsent(
                                day.getDate(), new Holiday(day.getDate(), day.getDescription(Locale.ENGLISH))));
            }
        }
        return List.copyOf(dates.values());
    }

    private static HolidayManager manager(HolidayRegion region, String pointer) {
        if (!HolidayManager.getSupportedCalendarCodes().contains(region.country())) {
            throw new InvalidInput(pointer + "/country", "unknown_country", "No holidays are known of this country.");
        }
        HolidayManager manager = HolidayManager.getInstance(
                ManagerParameters.create(region.country().toLowerCase(Locale.ROOT)));
        if (region.region() != null && !regionsOf(manager).contains(region.region())) {
            throw new InvalidInput(
                    pointer + "/region",
                    "unknown_region",
                    "Known regions of this country are: " + String.join(", ", regionsOf(manager)) + ".");
        }
        return manager;
    }

    private static Set<String> regionsOf(HolidayManager manager) {
        Map<String, CalendarHierarchy> regions = manager.getCalendarHierarchy().getChildren();
        return new TreeMap<>(regions).keySet();
    }

    private static String[] path(HolidayRegion region) {
        return region.region() == null ? new String[0] : new String[] {region.region()};
    }
}
