package no.speil.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeTest {
  @ParameterizedTest
  @CsvSource({
    "2015, 20150101, 20151231",
    "2015-2, 20150201, 20150228",
    "2016-02, 20160201, 20160229",
    "2015-04, 20150401, 20150430",
    "2015-8-3, 20150803, 20150803"
  })
  void aDateIsTheDaysItNames(String date, int first, int last) {
    assertThat(DateRange.of(date)).hasValue(new DateRange(first, last));
  }
}
