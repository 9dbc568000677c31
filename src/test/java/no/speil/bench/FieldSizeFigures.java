package no.speil.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.FilterCodecReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.Terms;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Measures what each field takes in an index: copies it without that field, and prints the bytes
 * that this saves, largest first. The index is only read.
 */
final class FieldSizeFigures {
  private FieldSizeFigures() {}

  /** The folder of a Lucene index, such as {@code .speil/index/1/sections}. */
  public static void main(String[] args) throws IOException {
    try (var directory = FSDirectory.open(Path.of(args[0]));
        var reader = DirectoryReader.open(directory)) {
      FieldInfos infos = FieldInfos.getMergedFieldInfos(reader);
      double all = bytes(reader, name -> true);
      System.out.printf(Locale.ROOT, "all fields, in one segment: %.2f MB%n", all / 1e6);
      var sizes = new TreeMap<Double, String>(Comparator.reverseOrder());
      for (FieldInfo info : infos) {
        sizes.put(all - bytes(reader, name -> !name.equals(info.name)), info.name);
      }
      sizes.forEach(
          (size, name) ->
              System.out.printf(
                  Locale.ROOT,
                  "%-20s %7.3f MB %5.1f %%  %s%n",
                  name,
                  size / 1e6,
                  100 * size / all,
                  kind(infos.fieldInfo(name))));
    }
  }

  private static String kind(FieldInfo info) {
    return info.getIndexOptions() + ", doc values " + info.getDocValuesType();
  }

  private static double bytes(DirectoryReader reader, Predicate<String> kept) throws IOException {
    Path folder = Files.createTempDirectory("field");
    try (Directory directory = FSDirectory.open(folder)) {
      var config =
          new IndexWriterConfig().setUseCompoundFile(false).setMergePolicy(NoMergePolicy.INSTANCE);
      try (var writer = new IndexWriter(directory, config)) {
        List<CodecReader> parts = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
          parts.add(new Kept((CodecReader) leaf.reader(), kept));
        }
        writer.addIndexes(parts.toArray(CodecReader[]::new));
      }
      double sum = 0;
      for (String file : directory.listAll()) {
        sum += directory.fileLength(file);
      }
      return sum;
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** A segment with some of its fields. */
  private static final class Kept extends FilterCodecReader {
    private final Predicate<String> kept;

    Kept(CodecReader in, Predicate<String> kept) {
      super(in);
      this.kept = kept;
    }

    @Override
    public FieldInfos getFieldInfos() {
      return new FieldInfos(
          StreamSupport.stream(in.getFieldInfos().spliterator(), false)
              .filter(info -> kept.test(info.name))
              .toArray(FieldInfo[]::new));
    }

    @Override
    public StoredFieldsReader getFieldsReader() {
      return new KeptStored(in.getFieldsReader(), kept);
    }

    @Override
    public @Nullable FieldsProducer getPostingsReader() {
      FieldsProducer all = in.getPostingsReader();
      return all == null ? null : new KeptPostings(all, kept);
    }

    @Override
    public @Nullable CacheHelper getCoreCacheHelper() {
      return null;
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
      return null;
    }
  }

  private static final class KeptPostings extends FieldsProducer {
    private final FieldsProducer in;
    private final Predicate<String> kept;

    KeptPostings(FieldsProducer in, Predicate<String> kept) {
      this.in = in;
      this.kept = kept;
    }

    private List<String> names() {
      return StreamSupport.stream(in.spliterator(), false).filter(kept).toList();
    }

    @Override
    public Iterator<String> iterator() {
      return names().iterator();
    }

    @Override
    public @Nullable Terms terms(String field) throws IOException {
      return kept.test(field) ? in.terms(field) : null;
    }

    @Override
    public int size() {
      return names().size();
    }

    @Override
    public void checkIntegrity() throws IOException {
      in.checkIntegrity();
    }

    @Override
    public void close() {}
  }

  private static final class KeptStored extends StoredFieldsReader {
    private final StoredFieldsReader in;
    private final Predicate<String> kept;

    KeptStored(StoredFieldsReader in, Predicate<String> kept) {
      this.in = in;
      this.kept = kept;
    }

    @Override
    public void document(int number, StoredFieldVisitor visitor) throws IOException {
      in.document(
          number,
          new StoredFieldVisitor() {
            @Override
            public Status needsField(FieldInfo info) throws IOException {
              return kept.test(info.name) ? visitor.needsField(info) : Status.NO;
            }

            @Override
            public void stringField(FieldInfo info, String value) throws IOException {
              visitor.stringField(info, value);
            }

            @Override
            public void binaryField(FieldInfo info, byte[] value) throws IOException {
              visitor.binaryField(info, value);
            }

            @Override
            public void longField(FieldInfo info, long value) throws IOException {
              visitor.longField(info, value);
            }
          });
    }

    @Override
    public StoredFieldsReader clone() {
      return new KeptStored(in.clone(), kept);
    }

    @Override
    public void checkIntegrity() throws IOException {
      in.checkIntegrity();
    }

    @Override
    public void close() {}
  }
}
