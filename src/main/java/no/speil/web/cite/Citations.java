package no.speil.web.cite;

import io.javalin.http.Context;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import no.speil.corpus.DocumentId;
import no.speil.corpus.Metadata;
import no.speil.corpus.Side;
import no.speil.exchange.cite.Citation;
import no.speil.library.catalogue.DocumentSummary;
import no.speil.library.documents.DocumentParts;
import no.speil.library.documents.LiveDocument;
import no.speil.library.documents.SideFile;
import no.speil.status.TrackedSection;
import no.speil.web.http.ServerSettings.AccessMode;
import no.speil.web.page.OriginalSource;
import no.speil.web.page.SiteContext;
import no.speil.web.page.SiteUrls;
import no.speil.web.page.TaggedText;
import no.speil.web.page.TextDescription;
import org.jspecify.annotations.Nullable;

/** Collects the data for citing a document or a section as it is today. */
public final class Citations {
  private static final int LONGEST_NAME = 40;

  private final SiteContext site;

  public Citations(SiteContext site) {
    this.site = site;
  }

  public Citation of(Context context, LiveDocument document) {
    String version = document.version().toString();
    String address = SiteUrls.version(document.id(), version);
    return new Citation(
        key(document, document.sections().getFirst()),
        voice(context, document, Side.ORIGINAL),
        voice(context, document, Side.TRANSLATION),
        imprint(context, document, true),
        new Citation.Pin(Citation.Passage.ALL, version, site.permanent(context, address), today()));
  }

  /** Cites an untranslated section as a part of the original only. */
  public Citation of(Context context, LiveDocument document, TrackedSection tracked) {
    boolean translated = !tracked.section().translation().isEmpty() || document.original() == null;
    String address = SiteUrls.section(tracked.id()) + "?v=" + tracked.version();
    return new Citation(
        key(document, tracked),
        voice(context, document, Side.ORIGINAL),
        translated ? voice(context, document, Side.TRANSLATION) : Citation.Voice.NONE,
        imprint(context, document, translated),
        new Citation.Pin(
            passage(document, tracked, translated ? Side.TRANSLATION : Side.ORIGINAL),
            tracked.version().toString(),
            site.permanent(context, address),
            today()));
  }

  private Citation.Voice voice(Context context, LiveDocument document, Side side) {
    @Nullable SideFile sideFile = document.file(side);
    if (sideFile == null) {
      return Citation.Voice.NONE;
    }
    Metadata told = sideFile.text().metadata();
    return new Citation.Voice(
        told.title().isEmpty() ? document.title(side.other()) : told.title(),
        TaggedText.lang(sideFile),
        told.credits().authorNames(),
        TextDescription.of(sideFile),
        new Citation.Publication(
            told.classification().date(),
            told.credits().publisher(),
            OriginalSource.web(told.provenance().source()),
            told.provenance().licence(),
            told.provenance().parsedIdentifiers()),
        address(context, document, side));
  }

  private String address(Context context, LiveDocument document, Side side) {
    String source = document.metadata().provenance().source();
    boolean elsewhere = side == Side.ORIGINAL && document.originalElsewhere();
    if (elsewhere && OriginalSource.isWeb(source)) {
      return source;
    }
    boolean both = document.original() != null && document.translation() != null;
    String view = side == Side.ORIGINAL ? "?view=no" : "?view=en";
    return site.permanent(context, SiteUrls.document(document.id()) + (both ? view : ""));
  }

  private Citation.Imprint imprint(Context context, LiveDocument document, boolean translated) {
    Metadata told = document.metadata();
    @Nullable SideFile translation = translated ? document.translation() : null;
    return new Citation.Imprint(
        told.classification().kind(),
        translation == null ? List.of() : translation.text().metadata().credits().translatorNames(),
        told.classification().subjects(),
        site.archiveName(site.messages(context)),
        modified(site, document.id()));
  }

  /** By the record; empty where nobody has done anything, since a fresh copy is all of today. */
  static String modified(SiteContext site, DocumentId id) {
    return site.catalogue()
        .summary(id)
        .flatMap(DocumentSummary::lastWork)
        .map(Instant::toString)
        .orElse("");
  }

  private static Citation.Passage passage(LiveDocument document, TrackedSection cited, Side side) {
    String heading = "";
    for (TrackedSection tracked : document.sections()) {
      if (tracked.id().equals(cited.id())) {
        break;
      }
      if (DocumentParts.level(tracked.section()) > 0) {
        String words = tracked.section().words(side);
        heading = words.isEmpty() ? tracked.section().words(side.other()) : words;
      }
    }
    return new Citation.Passage(document.number(cited.id()), heading);
  }

  private String today() {
    return site.settings().accessMode() == AccessMode.STATIC
        ? ""
        : LocalDate.ofInstant(site.clock().instant(), ZoneId.systemDefault()).toString();
  }

  /** The citation key: a readable word and the section's unique id. */
  private static String key(LiveDocument document, TrackedSection section) {
    String name = document.id().name().toLowerCase(Locale.ROOT);
    String ascii =
        Normalizer.normalize(
                name.replace("æ", "ae").replace("ø", "o").replace("å", "a"), Normalizer.Form.NFD)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+", "");
    String word = ascii.substring(0, Math.min(LONGEST_NAME, ascii.length()));
    String joint = word.isEmpty() || word.endsWith("-") ? "" : "-";
    return word + joint + section.id();
  }
}
