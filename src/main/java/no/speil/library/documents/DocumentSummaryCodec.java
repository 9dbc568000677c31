package no.speil.library.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.speil.archive.FileStamp;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Language;
import no.speil.corpus.Problem;
import no.speil.corpus.SectionId;
import no.speil.search.SectionRange;
import no.speil.status.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Summaries as bytes for the index, and back. The form may change at any time: a summary that
 * cannot be read counts as missing, and its document is read again.
 */
public final class DocumentSummaryCodec {
  private static final int FORM = 10;

  private DocumentSummaryCodec() {}

  static byte[] write(DocumentSummary documentSummary) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(FORM);
      string(out, ZoneId.systemDefault().getId());
      entry(out, documentSummary.entry());
      mark(out, documentSummary.fileStates().original());
      mark(out, documentSummary.fileStates().translation());
      mark(out, documentSummary.fileStates().record());
      string(out, documentSummary.translationPath());
      strings(out, documentSummary.aliases().stream().map(DocumentId::value).toList());
      contributions(out, documentSummary.contributions());
      claims(out, documentSummary.claims());
      number(out, documentSummary.problems().size());
      for (Problem problem : documentSummary.problems()) {
        string(out, problem.file());
        number(out, problem.line());
        string(out, problem.kind().name());
        strings(out, problem.details());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  public static Optional<DocumentSummary> read(DocumentId id, byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != FORM || !string(in).equals(ZoneId.systemDefault().getId())) {
        return Optional.empty(); // days are those of a time zone
      }
      CatalogueEntry entry = entry(in, id);
      var fileStates = new FileStates(mark(in), mark(in), mark(in));
      String path = string(in);
      List<DocumentId> aliases = strings(in).stream().map(DocumentId::new).toList();
      DocumentSummary.Contributions contributions = contributions(in, id);
      List<Claim> claims = claims(in, id);
      var problems = new ArrayList<Problem>();
      for (int left = count(in); left > 0; left--) {
        problems.add(
            new Problem(
                string(in), (int) number(in), Problem.Kind.valueOf(string(in)), strings(in)));
      }
      return Optional.of(
          new DocumentSummary(entry, fileStates, path, aliases, contributions, claims, problems));
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty(); // damaged: as good as none
    }
  }

  private static void contributions(
      DataOutputStream out, DocumentSummary.Contributions contributions) throws IOException {
    number(out, contributions.people().size());
    for (Map.Entry<String, Integer> person : contributions.people().entrySet()) {
      string(out, person.getKey());
      number(out, person.getValue());
    }
    number(out, contributions.lastMillis());
    number(out, contributions.addedMillis());
    number(out, contributions.days().size());
    for (WorkDay day : contributions.days()) {
      number(out, day.lastMillis());
      string(out, day.person());
    }
  }

  private static DocumentSummary.Contributions contributions(DataInputStream in, DocumentId id)
      throws IOException {
    var people = new HashMap<String, Integer>();
    for (int left = count(in); left > 0; left--) {
      people.put(string(in), (int) number(in));
    }
    long last = number(in);
    long added = number(in);
    var days = new ArrayList<WorkDay>();
    for (int left = count(in); left > 0; left--) {
      days.add(new WorkDay(number(in), id.value(), string(in)));
    }
    return new DocumentSummary.Contributions(people, last, added, days);
  }

  private static void claims(DataOutputStream out, List<Claim> claims) throws IOException {
    number(out, claims.size());
    for (Claim claim : claims) {
      string(out, claim.by());
      number(out, claim.until().toEpochDay());
      string(out, claim.part().value());
      number(out, claim.range().from());
      number(out, claim.range().to());
    }
  }

  private static List<Claim> claims(DataInputStream in, DocumentId id) throws IOException {
    var claims = new ArrayList<Claim>();
    for (int left = count(in); left > 0; left--) {
      claims.add(
          new Claim(
              string(in),
              LocalDate.ofEpochDay(number(in)),
              new SectionId(string(in)),
              new SectionRange(id, (int) number(in), (int) number(in))));
    }
    return claims;
  }

  private static void entry(DataOutputStream out, CatalogueEntry entry) throws IOException {
    string(out, entry.titleOriginal());
    string(out, entry.titleTranslation());
    string(out, entry.language().tag());
    details(out, entry.details());
    number(out, entry.sections());
    number(out, entry.problems());
    number(out, entry.changedMillis());
    for (long amount : ProgressCodec.of(entry.progress())) {
      number(out, amount);
    }
  }

  private static CatalogueEntry entry(DataInputStream in, DocumentId id) throws IOException {
    return new CatalogueEntry(
        id,
        string(in),
        string(in),
        new Language(string(in)),
        details(in),
        (int) number(in),
        (int) number(in),
        number(in),
        progress(in));
  }

  private static void details(DataOutputStream out, CatalogueEntry.Details details)
      throws IOException {
    string(out, details.date());
    string(out, details.kind());
    string(out, details.publisher());
    string(out, details.host());
    strings(out, details.authors());
    strings(out, details.subjects());
  }

  private static CatalogueEntry.Details details(DataInputStream in) throws IOException {
    return new CatalogueEntry.Details(
        string(in), string(in), string(in), string(in), strings(in), strings(in));
  }

  private static Progress progress(DataInputStream in) throws IOException {
    long[] numbers = new long[ProgressCodec.COUNT];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(in);
    }
    return ProgressCodec.progress(numbers);
  }

  private static void mark(DataOutputStream out, @Nullable FileState mark) throws IOException {
    out.writeBoolean(mark != null);
    if (mark != null) {
      number(out, mark.stamp().size());
      out.writeLong(mark.stamp().modified());
      out.writeInt(mark.stamp().key());
      out.writeLong(mark.fingerprint());
      number(out, mark.readMillis());
    }
  }

  private static @Nullable FileState mark(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? new FileState(
            new FileStamp(number(in), in.readLong(), in.readInt()), in.readLong(), number(in))
        : null;
  }

  private static void strings(DataOutputStream out, List<String> strings) throws IOException {
    number(out, strings.size());
    for (String string : strings) {
      string(out, string);
    }
  }

  private static List<String> strings(DataInputStream in) throws IOException {
    var strings = new ArrayList<String>();
    for (int left = count(in); left > 0; left--) {
      strings.add(string(in));
    }
    return strings;
  }

  private static void string(DataOutputStream out, String string) throws IOException {
    byte[] utf8 = string.getBytes(StandardCharsets.UTF_8);
    number(out, utf8.length);
    out.write(utf8);
  }

  private static String string(DataInputStream in) throws IOException {
    byte[] utf8 = in.readNBytes(count(in));
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /**
   * In seven bits a byte, the lowest first, each byte but the last with the eighth bit. Most
   * numbers are small; those that are not, such as times in nanoseconds, are shorter in full.
   */
  private static void number(DataOutputStream out, long number) throws IOException {
    long left = number;
    while ((left & ~0x7F) != 0) {
      out.writeByte((int) (left | 0x80));
      left >>>= 7;
    }
    out.writeByte((int) left);
  }

  private static long number(DataInputStream in) throws IOException {
    long number = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = in.readByte();
      number |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return number;
      }
    }
    throw new StreamCorruptedException("a number does not end");
  }

  /** A number of bytes or of things that take a byte or more each. */
  private static int count(DataInputStream in) throws IOException {
    long count = number(in);
    if (count < 0 || count > in.available()) {
      throw new EOFException("more is announced than is there");
    }
    return (int) count;
  }
}
