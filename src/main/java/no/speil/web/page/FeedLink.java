package no.speil.web.page;

/** A link to a feed. */
public record FeedLink(String href, String title) {}
