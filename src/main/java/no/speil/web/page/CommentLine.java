package no.speil.web.page;

/**
 * An open comment as shown to users who may write.
 *
 * @param head who wrote it and when, in words
 * @param href address that the form posts to
 */
public record CommentLine(String head, String text, String href) {}
