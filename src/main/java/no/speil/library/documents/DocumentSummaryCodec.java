package no.speil.library.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
  private static final int FORM = 9;

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
      out.writeInt(documentSummary.problems().size());
      for (Problem problem : documentSummary.problems()) {
        string(out, problem.file());
        out.writeInt(problem.line());
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
      for (int left = in.readInt(); left > 0; left--) {
        problems.add(
            new Problem(string(in), in.readInt(), Problem.Kind.valueOf(string(in)), strings(in)));
      }
      return Optional.of(
          new DocumentSummary(entry, fileStates, path, aliases, contributions, claims, problems));
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty(); // damaged: as good as none
    }
  }

  private static void contributions(
      DataOutputStream out, DocumentSummary.Contributions contributions) throws IOException {
    out.writeInt(contributions.people().size());
    for (Map.Entry<String, Integer> person : contributions.people().entrySet()) {
      string(out, person.getKey());
      out.writeInt(person.getValue());
    }
    out.writeLong(contributions.lastMillis());
    out.writeLong(contributions.addedMillis());
    out.writeInt(contributions.days().size());
    for (WorkDay day : contributions.days()) {
      out.writeLong(day.lastMillis());
      string(out, day.person());
    }
  }

  private static DocumentSummary.Contributions contributions(DataInputStream in, DocumentId id)
      throws IOException {
    var people = new HashMap<String, Integer>();
    for (int left = in.readInt(); left > 0; left--) {
      people.put(string(in), in.readInt());
    }
    long last = in.readLong();
    long added = in.readLong();
    var days = new ArrayList<WorkDay>();
    for (int left = in.readInt(); left > 0; left--) {
      days.add(new WorkDay(in.readLong(), id.value(), string(in)));
    }
    return new DocumentSummary.Contributions(people, last, added, days);
  }

  private static void claims(DataOutputStream out, List<Claim> claims) throws IOException {
    out.writeInt(claims.size());
    for (Claim claim : claims) {
      string(out, claim.by());
      out.writeLong(claim.until().toEpochDay());
      string(out, claim.part().value());
      out.writeInt(claim.range().from());
      out.writeInt(claim.range().to());
    }
  }

  private static List<Claim> claims(DataInputStream in, DocumentId id) throws IOException {
    var claims = new ArrayList<Claim>();
    for (int left = in.readInt(); left > 0; left--) {
      claims.add(
          new Claim(
              string(in),
              LocalDate.ofEpochDay(in.readLong()),
              new SectionId(string(in)),
              new SectionRange(id, in.readInt(), in.readInt())));
    }
    return claims;
  }

  private static void entry(DataOutputStream out, CatalogueEntry entry) throws IOException {
    string(out, entry.titleOriginal());
    string(out, entry.titleTranslation());
    string(out, entry.language().tag());
    details(out, entry.details());
    out.writeInt(entry.sections());
    out.writeInt(entry.problems());
    out.writeLong(entry.changedMillis());
    for (long amount : ProgressCodec.of(entry.progress())) {
      out.writeLong(amount);
    }
  }

  private static CatalogueEntry entry(DataInputStream in, DocumentId id) throws IOException {
    return new CatalogueEntry(
        id,
        string(in),
        string(in),
        new Language(string(in)),
        details(in),
        in.readInt(),
        in.readInt(),
        in.readLong(),
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
      numbers[i] = in.readLong();
    }
    return ProgressCodec.progress(numbers);
  }

  private static void mark(DataOutputStream out, @Nullable FileState mark) throws IOException {
    out.writeBoolean(mark != null);
    if (mark != null) {
      out.writeLong(mark.stamp().size());
      out.writeLong(mark.stamp().modified());
      out.writeInt(mark.stamp().key());
      out.writeLong(mark.fingerprint());
      out.writeLong(mark.readMillis());
    }
  }

  private static @Nullable FileState mark(DataInputStream in) throws IOException {
    return in.readBoolean()
        ? new FileState(
            new FileStamp(in.readLong(), in.readLong(), in.readInt()), in.readLong(), in.readLong())
        : null;
  }

  private static void strings(DataOutputStream out, List<String> strings) throws IOException {
    out.writeInt(strings.size());
    for (String string : strings) {
      string(out, string);
    }
  }

  private static List<String> strings(DataInputStream in) throws IOException {
    var strings = new ArrayList<String>();
    for (int left = in.readInt(); left > 0; left--) {
      strings.add(string(in));
    }
    return strings;
  }

  private static void string(DataOutputStream out, String string) throws IOException {
    byte[] utf8 = string.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static String string(DataInputStream in) throws IOException {
    byte[] utf8 = in.readNBytes(in.readInt());
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
