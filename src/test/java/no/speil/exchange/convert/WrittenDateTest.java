package no.speil.exchange.convert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrittenDateTest {

  @Test
  void datesOfPeopleAndProgramsAreRead() {
    Map.ofEntries(
            Map.entry("2015", "2015"),
            Map.entry("2015-08", "2015-08"),
            Map.entry("2015-08-24", "2015-08-24"),
            Map.entry("2015-08-24T10:00:00+02:00", "2015-08-24"),
            Map.entry("2015-08-24 10:00:00 +0200", "2015-08-24"),
            Map.entry("2015/8/24", "2015-08-24"),
            Map.entry("24.08.2015", "2015-08-24"),
            Map.entry("24. 8. 2015", "2015-08-24"),
            Map.entry("24. august 2015", "2015-08-24"),
            Map.entry("1. mai 2015", "2015-05-01"),
            Map.entry("3. okt. 2015", "2015-10-03"),
            Map.entry("17. desember 2015", "2015-12-17"),
            Map.entry("March 3rd, 2015", "2015-03-03"),
            Map.entry("May 3, 2015", "2015-05-03"),
            Map.entry("3 October 2015", "2015-10-03"))
        .forEach(
            (written, date) -> assertThat(WrittenDate.parse(written)).as(written).contains(date));
  }

  @Test
  void whatIsNoDateIsNone() {
    for (String written :
        List.of(
            "", "i fjor", "2015-13", "2015-02-30", "31.04.2015", "24. smarch 2015", "08/24/2015")) {
      assertThat(WrittenDate.parse(written)).as(written).isEmpty();
    }
  }
}
