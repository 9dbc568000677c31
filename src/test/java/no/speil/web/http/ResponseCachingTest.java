package no.speil.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseCachingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a,b\"",
        "W/\"a,b\"",
        "*",
        " * ",
        "\"x\", \"a,b\"",
        "\"x\",W/\"a,b\" , \"y\"",
      })
  void aListThatNamesTheVersionMatchesHoweverItIsWritten(String asked) {
    assertThat(ResponseCaching.matches(asked, "\"a,b\"")).isTrue();
    assertThat(ResponseCaching.matches(asked, "W/\"a,b\"")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a,b", "\"a\"", "\"a\",\"b\"", "\"A,B\"", "\"*\"", "\"x\", *", "w/a,b"})
  void aListThatDoesNotNameItDoesNotMatch(String asked) {
    assertThat(ResponseCaching.matches(asked, "\"a,b\"")).isFalse();
  }

  @Test
  void withoutTheHeaderNothingIsKnown() {
    assertThat(ResponseCaching.matches(null, "\"a\"")).isFalse();
  }

  @Test
  void theTagIsWeakAndAnotherForOtherContent() {
    String tag = ResponseCaching.weakTag("a".getBytes(UTF_8));
    assertThat(tag).matches("W/\"[0-9a-f]{32}\"");
    assertThat(tag).isNotEqualTo(ResponseCaching.weakTag("b".getBytes(UTF_8)));
  }
}
