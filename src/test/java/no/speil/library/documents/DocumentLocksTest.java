package no.speil.library.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import no.speil.corpus.DocumentId;
import org.junit.jupiter.api.Test;

class DocumentLocksTest {
  private final DocumentLocks locks = new DocumentLocks();
  private int count;

  private void countBoth(DocumentId one, DocumentId other) {
    for (int i = 0; i < 20_000; i++) {
      locks.withBoth(one, other, () -> count++);
    }
  }

  @Test
  void twoThatWorkOnTwoDocumentsTheOtherWayRoundWaitForEachOther() throws Exception {
    var letter = new DocumentId("brev");
    var answer = new DocumentId("svar");
    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> countBoth(letter, answer), Thread::startVirtualThread),
            CompletableFuture.runAsync(() -> countBoth(answer, letter), Thread::startVirtualThread))
        .get(10, TimeUnit.MINUTES);
    assertThat(count).isEqualTo(40_000);
  }
}
