package no.speil.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageUrlTest {
  private static final List<String> NAMES = List.of("q", "task", "page");

  @Test
  void leavesOutEmptyValuesAndTheFirstPage() {
    PageUrl queue = PageUrl.at("/queue").with("q", "").with("task", null).onPage(1);
    assertThat(queue.href()).isEqualTo("/queue");
    assertThat(queue.with("task", "review").onPage(2).href())
        .isEqualTo("/queue?task=review&page=2");
  }

  @Test
  void keepsTheOrderOfItsNamesAndEncodesValues() {
    PageUrl queue = PageUrl.parse("/queue?page=3&other=x&q=by%20%C3%A5r#s-1", NAMES);
    assertThat(queue.get("q")).isEqualTo("by år");
    assertThat(queue.page(100)).isEqualTo(3);
    assertThat(queue.with("task", "a&b").href())
        .isEqualTo("/queue?q=by%20%C3%A5r&task=a%26b&page=3");
  }

  @Test
  void takesAMalformedPageForTheFirst() {
    assertThat(PageUrl.parse("/queue?page=x", NAMES).page(100)).isEqualTo(1);
  }
}
