package no.speil.messages;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import no.speil.corpus.text.Message;

/** The words of the user interface in one language. Immutable. */
public final class Messages {
  public static final Messages ENGLISH = new Messages(Locale.ENGLISH);
  public static final Messages NORWEGIAN = new Messages(Locale.of("nb"));

  /** The Unicode object replacement character, as a placeholder. */
  private static final String PLACE = "\uFFFC";

  private final Locale locale;
  private final ResourceBundle bundle;

  private Messages(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "no.speil.messages.messages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The message of a key, with numbers and plurals of the language. */
  public String of(String key, Object... values) {
    String pattern = bundle.getString(key);
    return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
  }

  /** A message in this language. */
  public String of(Message message) {
    return of(
        message.key(),
        message.values().stream()
            .map(value -> value instanceof Message part ? of(part) : value)
            .toArray());
  }

  /** The message of a key about so many; empty for none. */
  public String counted(String key, long number) {
    return number == 0 ? "" : of(key, number);
  }

  /** The parts of a message before and after its placeholder, which has another language. */
  public List<String> around(String key) {
    String whole = of(key, PLACE);
    int at = whole.indexOf(PLACE);
    return List.of(whole.substring(0, at), whole.substring(at + PLACE.length()));
  }

  /** A whole number as it is written in the language. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** The language tag of these words. */
  public String lang() {
    return locale.toLanguageTag();
  }

  /** The tag of the other language. */
  public String otherLang() {
    return this == ENGLISH ? NORWEGIAN.lang() : ENGLISH.lang();
  }

  /** The date of a moment in the server's time zone. */
  public String day(Instant at) {
    return day(LocalDate.ofInstant(at, ZoneId.systemDefault()));
  }

  /** A date in the language. */
  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(calendar()).format(day);
  }

  /** A date of a front matter in words, as precise as it is written: a year, a month or a day. */
  public String date(String written) {
    return date(written, true);
  }

  /** The same under a heading that says the year; empty where the date is no more than that. */
  public String dateInYear(String written) {
    return date(written, false);
  }

  private String date(String written, boolean year) {
    String dayOfYear = this == ENGLISH ? "d MMMM" : "d. MMMM";
    try {
      return switch (written.length()) {
        case 4 -> year ? written : "";
        case 7 -> format(year ? "LLLL yyyy" : "LLLL", YearMonth.parse(written));
        case 10 ->
            year ? day(LocalDate.parse(written)) : format(dayOfYear, LocalDate.parse(written));
        default -> written;
      };
    } catch (DateTimeParseException e) { // as it is written
      return written;
    }
  }

  private String format(String pattern, TemporalAccessor date) {
    return DateTimeFormatter.ofPattern(pattern, calendar()).format(date);
  }

  /** A date near today, with its weekday and without the year. */
  public String weekday(LocalDate day) {
    return format(this == ENGLISH ? "EEEE d MMMM" : "EEEE d. MMMM", day);
  }

  /** Date and time, to the minute, in the server's time zone. */
  public String minute(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(calendar())
        .format(at.atZone(ZoneId.systemDefault()));
  }

  /** A moment as one says it at another: with the time of day if it was today or yesterday. */
  public String lately(Instant at, Instant now) {
    LocalDate day = LocalDate.ofInstant(at, ZoneId.systemDefault());
    LocalDate today = LocalDate.ofInstant(now, ZoneId.systemDefault());
    if (day.equals(today)) {
      return of("time.today", time(at));
    }
    if (day.equals(today.minusDays(1))) {
      return of("time.yesterday", time(at));
    }
    return day.getYear() == today.getYear() ? dateInYear(day.toString()) : day(day);
  }

  /** The time of day, to the minute, in the server's time zone. */
  public String time(Instant at) {
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(calendar())
        .format(at.atZone(ZoneId.systemDefault()));
  }

  /** Formats English dates as in Europe. */
  private Locale calendar() {
    return this == ENGLISH ? Locale.UK : locale;
  }
}
