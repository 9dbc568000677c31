package no.speil.exchange.convert;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import no.speil.messages.Messages;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What is told of conversions, in English. */
final class EnglishWords {
  private EnglishWords() {}

  static List<String> losses(ConvertedText text) {
    return text.losses().stream().map(Messages.ENGLISH::of).toList();
  }

  /** Expects that a file is refused, and answers with why. */
  static AbstractStringAssert<?> assertRefusal(ThrowingCallable conversion) {
    return assertThatThrownBy(conversion)
        .asInstanceOf(type(ConversionRefusedException.class))
        .extracting(refused -> Messages.ENGLISH.of(refused.said()), STRING);
  }
}
