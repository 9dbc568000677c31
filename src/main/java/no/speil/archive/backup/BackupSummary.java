package no.speil.archive.backup;

import java.util.List;

/**
 * What a backup holds.
 *
 * @param bytes of all files together, before they are compressed
 * @param leftOut paths of what lies in the archive and is no regular file, such as links
 */
public record BackupSummary(int files, long bytes, List<String> leftOut) {}
