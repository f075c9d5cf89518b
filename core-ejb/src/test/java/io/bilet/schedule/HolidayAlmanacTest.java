package io.bilet.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bilet.platform.error.FieldError;
import io.bilet.platform.error.InvalidInput;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayAlmanacTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "TR,   , 2026-10-29",
        "TR,   , 2027-04-23",
        "RO,   , 2026-12-01",
        "RO,   , 2027-05-03",
        "DE,   , 2026-10-03",
        "DE, by, 2027-01-06",
        "GB,   , 2026-12-25",
        "US,   , 2027-07-05",
    })
    void public_holidays_are_known_where_they_are_kept(String country, String region, LocalDate date) {
        var holidays = HolidayAlmanac.around(TODAY, List.of(new HolidayRegion(country, region)));

        assertThat(holidays).extracting(Holiday::date).contains(date).isSorted();
        assertThat(holidays).extracting(Holiday::date).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0} {1} has no {2}")
    @CsvSource({"DE, , 2027-01-06", "DE, be, 2027-01-06", "TR, , 2026-12-25"})
    void and_not_where_they_are_not(String country, String region, LocalDate date) {
        var holidays = HolidayAlmanac.around(TODAY, List.of(new HolidayRegion(country, region)));

        assertThat(holidays).extracting(Holiday::date).doesNotContain(date);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "XX,     , /public_holidays_of/1/country, unknown_country",
        "DE, mars, /public_holidays_of/1/region, unknown_region",
    })
    void places_nobody_knows_are_refused(String country, String region, String pointer, String code) {
        var regions = Arrays.asList(new HolidayRegion("TR", null), new HolidayRegion(country, region));

        assertThatThrownBy(() -> HolidayAlmanac.around(TODAY, regions))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                        .extracting(FieldError::pointer, FieldError::code)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple(pointer, code)));
    }
}
