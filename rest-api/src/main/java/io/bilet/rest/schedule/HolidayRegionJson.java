package io.bilet.rest.schedule;

import io.bilet.api.v1.model.HolidayRegion;
import io.bilet.schedule.PublicHolidays;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose public holidays a schedule keeps, as the API shows and takes it. */
final class HolidayRegionJson {

    private HolidayRegionJson() {}

    static List<HolidayRegion> of(PublicHolidays holidays) {
        return holidays.regions().stream()
                .map(region -> new HolidayRegion().country(region.country()).region(region.region()))
                .toList();
    }

    static PublicHolidays toDomain(@Nullable List<HolidayRegion> regions) {
        return regions == null
                ? PublicHolidays.NONE
                : PublicHolidays.NONE.of(regions.stream()
                        .map(region -> new io.bilet.schedule.HolidayRegion(region.getCountry(), region.getRegion()))
                        .toList());
    }

    static PublicHolidays patched(PublicHolidays present, JsonArray regions) {
        return present.of(regions.getValuesAs(JsonObject.class).stream()
                .map(region -> new io.bilet.schedule.HolidayRegion(
                        region.getString("country"), region.getString("region", null)))
                .toList());
    }
}
