package no.speil.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlAddressesTest {
  @Test
  void addressesOfThisServerBeginWithTheSitePath() {
    assertThat(below("<a class=\"x\" href=\"/d/æ\">å</a><IMG SRC='/files/a.png'/>"))
        .isEqualTo("<a class=\"x\" href=\"/b/d/æ\">å</a><IMG SRC='/b/files/a.png'/>");
    assertThat(below("<form action=/search><button formaction = \"/x\" disabled>"))
        .isEqualTo("<form action=/b/search><button formaction = \"/b/x\" disabled>");
    assertThat(below("<a title=\"a > b\" href=\"/\">"))
        .isEqualTo("<a title=\"a > b\" href=\"/b/\">");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "href=\"/d/a\"",
        "a < b href=\"/d/a\"",
        "&lt;a href=\"/d/a\"&gt;",
        "<a href=\"//x.example/\">",
        "<a href=\"https://x.example/\">",
        "<a href=\"#a\">",
        "<a href=\"?q=/a\">",
        "<a title=\"href='/d/a'\">",
        "<input value=\"/d/a\">",
        "<a data-href=\"/d/a\">",
        "<!-- <a href=\"/d/a\"> -->",
        "<textarea name=t><a href=\"/d/a\"></textarea>",
        "<title><a href=\"/d/a\"></title>",
        "<script type=\"application/ld+json\">{\"a\":\"<a href='/d/a'>\"}</script>",
        "<a href=",
        "<a href=\"",
        "<",
        "<!--",
        "<script>"
      })
  void allElseStays(String html) {
    assertThat(below(html)).isEqualTo(html);
  }

  @Test
  void afterTextThatIsNoMarkupTheNextAddressIsFound() {
    assertThat(below("<textarea><a></textarea><a href=/x>")).endsWith("<a href=/b/x>");
    assertThat(below("<!-- > --><a href=/x>")).endsWith("<a href=/b/x>");
    assertThat(below("1 < 2 <a href=/x>")).endsWith("<a href=/b/x>");
  }

  private static String below(String html) {
    return HtmlAddresses.below("/b", html);
  }
}
