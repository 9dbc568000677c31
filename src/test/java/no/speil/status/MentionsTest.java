package no.speil.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.speil.ProcessorTime;
import no.speil.corpus.SectionId;
import no.speil.record.CommentEvent;
import no.speil.record.EventSignature;
import org.junit.jupiter.api.Test;

class MentionsTest {
  @Test
  void whoIsNamedIsAsked() {
    assertThat(Mentions.asked(by("siri", "@Kari: stort eller lite petabyte?"), ""))
        .contains("kari");
    assertThat(Mentions.asked(by("siri", "Hva sier du, @Åse?"), "")).contains("åse");
    assertThat(Mentions.asked(by("siri", "Spør @kari og @ola-n."), ""))
        .contains("kari", "ola-n")
        .doesNotContain("spør");
    assertThat(isAsked(by("siri", "@Kari Nes, ja?"), "Kari Nes")).isTrue();
  }

  @Test
  void aNameInDecomposedLettersIsTheSame() {
    assertThat(isAsked(by("siri", "@A\u030Ase: ja?"), "Åse")).isTrue();
    assertThat(isAsked(by("siri", "@ÅSE: ja?"), "A\u030Ase")).isTrue();
  }

  private static boolean isAsked(CommentEvent comment, String person) {
    return new Mentions("", List.of(comment)).isAsked(comment, person);
  }

  @Test
  void anAddressNamesNobody() {
    assertThat(Mentions.asked(by("siri", "Skriv til siri@kari.no."), "")).isEmpty();
  }

  @Test
  void theTranslatorIsAskedAndNobodyAsksThemselves() {
    assertThat(Mentions.asked(by("ola", "Hvorfor?"), "Kari")).containsExactly("kari");
    assertThat(Mentions.asked(by("kari", "@kari: husk dette"), "kari")).doesNotContain("kari");
  }

  @Test
  void manyQuestionsToWhoeverAnswersOthersAreLookedThroughOnce() {
    ProcessorTime.assertLinear(
        "questions",
        40_000,
        count -> {
          List<CommentEvent> comments =
              IntStream.range(0, count)
                  .boxed()
                  .flatMap(
                      i ->
                          Stream.of(by("siri" + i, "@kari: ja?"), by("kari", "@siri" + i + ": ja")))
                  .toList();
          var mentions = new Mentions("", comments.subList(0, comments.size() - 1));

          assertThat(comments.stream().filter(each -> mentions.isAsked(each, "kari"))).hasSize(1);
        });
  }

  private static CommentEvent by(String name, String text) {
    return new CommentEvent(
        new EventSignature(Instant.EPOCH, name, "web"), new SectionId("7kq2mx9d4t"), text);
  }
}
