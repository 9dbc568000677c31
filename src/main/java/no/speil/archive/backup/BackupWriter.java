package no.speil.archive.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import no.speil.archive.EditJournal;
import no.speil.archive.UnfinishedEdit;
import no.speil.archive.backup.ConsistentCopy.CopiedFile;
import no.speil.corpus.TextHash;

/** Writes entries into a backup, and the manifest of them at its end. */
final class BackupWriter implements AutoCloseable {
  private final ZipOutputStream zip;
  private final List<BackupManifest.Line> lines = new ArrayList<>();
  private int edits;

  BackupWriter(Path file) throws IOException {
    this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), UTF_8);
  }

  void add(ConsistentCopy copy) throws IOException {
    for (CopiedFile file : copy.files()) {
      var entry = new ZipEntry(file.path());
      entry.setLastModifiedTime(FileTime.fromMillis(file.stamp().modifiedMillis()));
      add(entry, file.size(), out -> copy.write(file, out));
    }
    for (UnfinishedEdit edit : copy.edits()) {
      byte[] bytes = edit.toBytes();
      var entry = new ZipEntry(EditJournal.FOLDER + "/" + edits++);
      add(entry, bytes.length, out -> out.write(bytes));
    }
  }

  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private void add(ZipEntry entry, long size, Content content) throws IOException {
    var hashed = new DigestOutputStream(zip, TextHash.sha256());
    zip.putNextEntry(entry);
    content.writeTo(hashed);
    zip.closeEntry();
    String sha256 = HexFormat.of().formatHex(hashed.getMessageDigest().digest());
    lines.add(new BackupManifest.Line(entry.getName(), size, sha256));
  }

  BackupManifest finish(String created) throws IOException {
    var manifest = new BackupManifest(BackupManifest.FORM, created, lines);
    zip.putNextEntry(new ZipEntry(BackupManifest.NAME));
    zip.write(manifest.toBytes());
    zip.closeEntry();
    return manifest;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
