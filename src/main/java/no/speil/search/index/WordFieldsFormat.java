package no.speil.search.index;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import no.speil.search.analysis.FieldAnalyzer;
import no.speil.search.schema.FieldGroup;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.Fields;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.index.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Another format, whose segments have fields that follow from the words of their texts. When texts
 * are written, {@link FieldAnalyzer#ofWrittenWords} has given it words only as they are written;
 * their postings, united, are those of stems and of folded words. A dictionary of the words of each
 * side by their endings is made whenever a segment is written, merged ones too.
 */
final class WordFieldsFormat extends PostingsFormat {
  private final PostingsFormat format;
  private final @Nullable FieldAnalyzer analyzer;

  /**
   * @param analyzer null where texts are written with all terms of their words
   */
  WordFieldsFormat(PostingsFormat format, @Nullable FieldAnalyzer analyzer) {
    super("SpeilPostings");
    this.format = format;
    this.analyzer = analyzer;
  }

  @Override
  public FieldsConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
    FieldsConsumer out = format.fieldsConsumer(state);
    return new FieldsConsumer() {
      private boolean complete = analyzer == null;

      @Override
      public void write(Fields fields, NormsProducer norms) throws IOException {
        out.write(new WithWordFields(fields, state.fieldInfos, complete ? null : analyzer), norms);
      }

      @Override
      public void merge(MergeState segments, NormsProducer norms) throws IOException {
        complete = true;
        super.merge(segments, norms);
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }

  @Override
  public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
    return format.fieldsProducer(state);
  }

  /** The fields of a segment, with those that follow from its words. */
  private static final class WithWordFields extends Fields {
    private final Fields fields;
    private final FieldInfos infos;
    private final @Nullable FieldAnalyzer analyzer;

    /** Kept, since the endings follow from them too. */
    private final Map<FieldGroup, Terms> words = new EnumMap<>(FieldGroup.class);

    WithWordFields(Fields fields, FieldInfos infos, @Nullable FieldAnalyzer analyzer) {
      this.fields = fields;
      this.infos = infos;
      this.analyzer = analyzer;
    }

    private SortedSet<String> names() {
      var names = new TreeSet<String>();
      fields.forEach(names::add);
      for (FieldGroup fieldGroup : FieldGroup.BOTH) {
        boolean hasWords = names.contains(fieldGroup.words());
        for (String field : ofWords(fieldGroup)) {
          if (hasWords && infos.fieldInfo(field) != null) {
            names.add(field);
          } else {
            names.remove(field);
          }
        }
      }
      return names;
    }

    private List<String> ofWords(FieldGroup fieldGroup) {
      return analyzer == null
          ? List.of(fieldGroup.endings())
          : List.of(fieldGroup.endings(), fieldGroup.stem(), fieldGroup.standalone());
    }

    @Override
    public Iterator<String> iterator() {
      return names().iterator();
    }

    @Override
    public int size() {
      return names().size();
    }

    @Override
    public @Nullable Terms terms(String field) throws IOException {
      for (FieldGroup fieldGroup : FieldGroup.BOTH) {
        if (field.equals(fieldGroup.words())) {
          return words(fieldGroup);
        }
        if (field.equals(fieldGroup.endings())) {
          Terms all = words(fieldGroup);
          return all == null ? null : new WordEndings(all);
        }
        if (ofWords(fieldGroup).contains(field)) {
          return united(fieldGroup, field);
        }
      }
      return fields.terms(field);
    }

    private @Nullable Terms words(FieldGroup fieldGroup) throws IOException {
      Terms known = words.get(fieldGroup);
      if (known == null) {
        known = united(fieldGroup, fieldGroup.words());
        if (known != null) {
          words.put(fieldGroup, known);
        }
      }
      return known;
    }

    /** The terms of a field, from those of the words as written. */
    private @Nullable Terms united(FieldGroup fieldGroup, String field) throws IOException {
      Terms written = fields.terms(fieldGroup.words());
      return written == null || analyzer == null
          ? written
          : new WordTermUnion(written, analyzer.ofWords(field));
    }
  }
}
