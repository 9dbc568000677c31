package no.speil.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RevalidatingCacheTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final AtomicInteger state = new AtomicInteger(1);
  private final AtomicInteger computed = new AtomicInteger();

  @Test
  void readersWaitForTheFirstValueAndGetItUntilItsStateChanges() {
    var cache = new RevalidatingCache<>(state::get, this::next, "", LONG);
    assertThat(cache.get()).isEqualTo("value 1");
    assertThat(cache.get()).isEqualTo("value 1");
    assertThat(computed).hasValue(1);
  }

  @Test
  void withinAMinuteNothingIsComputedAgain() {
    var cache = new RevalidatingCache<>(state::get, this::next, "", LONG);
    cache.get();
    state.set(2);
    assertThat(cache.get()).isEqualTo("value 1");
    assertThat(computed).hasValue(1);
  }

  @Test
  void whoIsOutOfPatienceGoesOnWithoutAValue() throws Exception {
    var release = new CountDownLatch(1);
    var cache =
        new RevalidatingCache<>(
            state::get,
            () -> {
              await(release);
              return next();
            },
            "",
            Duration.ofMillis(1));
    assertThat(cache.get()).isEmpty();
    release.countDown();
    for (int i = 0; i < 1_000 && cache.get().isEmpty(); i++) {
      Thread.sleep(10);
    }
    assertThat(cache.get()).isEqualTo("value 1");
    assertThat(computed).hasValue(1);
  }

  @Test
  void whatCannotBeComputedIsAskedForAgainWhenItsStateChanges() throws Exception {
    var cache =
        new RevalidatingCache<>(
            state::get,
            () -> {
              if (computed.incrementAndGet() == 1) {
                throw new IllegalStateException("the index is closed");
              }
              return "value";
            },
            "",
            LONG);
    assertThat(cache.get()).isEmpty();
    assertThat(cache.get()).isEmpty();
    assertThat(computed).hasValue(1);
    state.set(2);
    for (int i = 0; i < 1_000 && cache.get().isEmpty(); i++) {
      Thread.sleep(10);
    }
    assertThat(cache.get()).isEqualTo("value");
  }

  private String next() {
    return "value " + computed.incrementAndGet();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
