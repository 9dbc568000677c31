package no.speil.exchange.unit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.speil.exchange.unit.ImportStep.Reason;
import no.speil.exchange.unit.ImportedUnit.Coded;
import no.speil.exchange.unit.ImportedUnit.Content;
import no.speil.exchange.unit.ImportedUnit.Element;
import no.speil.exchange.unit.ImportedUnit.Inline;
import no.speil.exchange.unit.ImportedUnit.Plain;
import no.speil.exchange.unit.ImportedUnit.Reference;
import no.speil.exchange.unit.ImportedUnit.Run;
import no.speil.markdown.inline.CodedText;
import no.speil.markdown.inline.InlineCode;
import no.speil.markdown.inline.InlineCode.Position;
import no.speil.markdown.inline.MarkdownTemplate;
import org.jspecify.annotations.Nullable;

/**
 * Puts the codes of a section as it is today in the places where another tool has left references
 * to them. Each code of the original must be there once; or each of the translation that is there
 * already, if it has others.
 */
record CodeResolver(TextUnit unit) {

  /** A text that cannot be taken over. */
  static final class BrokenCodes extends Exception {
    final Reason reason;

    BrokenCodes(Reason reason) {
      super(reason.toString());
      this.reason = reason;
    }
  }

  /** The translation. */
  CodedText target(Content content) throws BrokenCodes {
    return switch (content) {
      case Coded coded -> coded(coded);
      case Inline inline -> inline(inline);
      case Plain plain -> plain(plain);
    };
  }

  /**
   * Whether the source that the tool was given is the one of today.
   *
   * @param content of a source
   */
  boolean isSource(Content content) {
    if (!(content instanceof Coded coded)) {
      return isSame(content, unit.source());
    }
    try {
      return place(coded, data(unit.source())).isSameAs(unit.source());
    } catch (BrokenCodes e) {
      return false; // it was made of a source with other codes
    }
  }

  /** Whether nobody has touched the text, or only the tool its codes. */
  static boolean isSame(Content content, CodedText text) {
    return switch (content) {
      case Coded coded -> CodedText.fold(coded.words()).equals(withoutCodes(text));
      case Inline inline ->
          inline.markdown().equals(MarkdownTemplate.inline(text))
              || MarkdownTemplate.parseInline(inline.markdown(), text).isSameAs(text);
      case Plain plain -> CodedText.fold(plain.words()).equals(text.words());
    };
  }

  private static String withoutCodes(CodedText text) {
    return new CodedText(text.parts().stream().filter(CodedText.Words.class::isInstance).toList())
        .words();
  }

  private CodedText coded(Coded coded) throws BrokenCodes {
    Set<Integer> wanted = ids(unit.source());
    CodedText before = unit.target();
    Map<Reference, InlineCode> data = data(unit.source());
    if (before != null) {
      data.putAll(data(before)); // the translation may link to another page
    }
    CodedText text = place(coded, data);
    Set<Integer> found = ids(text);
    if (!found.equals(wanted) && (before == null || !found.equals(ids(before)))) {
      throw new BrokenCodes(found.containsAll(wanted) ? Reason.CODES_ADDED : Reason.CODES_LOST);
    }
    return text;
  }

  private static CodedText place(Coded coded, Map<Reference, InlineCode> data) throws BrokenCodes {
    var parts = new ArrayList<CodedText.Part>();
    var seen = new HashSet<Reference>();
    Deque<String> open = new ArrayDeque<>();
    for (Element element : coded.elements()) {
      switch (element) {
        case Run run -> parts.add(new CodedText.Words(run.text()));
        case Reference reference -> {
          if (!seen.add(reference)) {
            throw new BrokenCodes(Reason.CODES_DOUBLED);
          }
          nest(reference, open);
          InlineCode code = data.get(reference);
          if (code == null) {
            throw new BrokenCodes(Reason.CODES_ADDED);
          }
          parts.add(code);
        }
      }
    }
    if (!open.isEmpty()) {
      throw new BrokenCodes(Reason.CODES_BROKEN);
    }
    return new CodedText(parts);
  }

  private static void nest(Reference reference, Deque<String> open) throws BrokenCodes {
    if (reference.position() == Position.OPEN) {
      open.push(reference.id());
    } else if (reference.position() == Position.CLOSE && !reference.id().equals(open.poll())) {
      throw new BrokenCodes(Reason.CODES_BROKEN);
    }
  }

  private static Map<Reference, InlineCode> data(CodedText text) {
    var data = new HashMap<Reference, InlineCode>();
    for (InlineCode code : text.codes()) {
      data.putIfAbsent(new Reference(String.valueOf(code.id()), code.position()), code);
    }
    return data;
  }

  private static Set<Integer> ids(CodedText text) {
    return text.codes().stream().map(InlineCode::id).collect(Collectors.toSet());
  }

  /** Markdown shows its codes, so they are compared by what they do and where they lead. */
  private CodedText inline(Inline inline) throws BrokenCodes {
    CodedText text = MarkdownTemplate.parseInline(inline.markdown(), unit.source());
    List<String> found = effects(text);
    List<String> wanted = effects(unit.source());
    CodedText before = unit.target();
    if (!found.equals(wanted) && (before == null || !found.equals(effects(before)))) {
      throw new BrokenCodes(
          new HashSet<>(found).containsAll(wanted)
              ? found.size() > wanted.size() && new HashSet<>(wanted).containsAll(found)
                  ? Reason.CODES_DOUBLED
                  : Reason.CODES_ADDED
              : Reason.CODES_LOST);
    }
    return text;
  }

  private static List<String> effects(CodedText text) {
    return text.codes().stream()
        .map(
            code ->
                code.type() + " " + (code.isEmphasis() ? code.position().toString() : code.data()))
        .sorted()
        .toList();
  }

  private CodedText plain(Plain plain) throws BrokenCodes {
    @Nullable CodedText before = unit.target();
    if (!unit.source().codes().isEmpty() && (before == null || !before.codes().isEmpty())) {
      throw new BrokenCodes(Reason.CODES_LOST);
    }
    return CodedText.of(plain.words());
  }
}
