package no.speil.web.page;

import java.util.List;
import no.speil.messages.Messages;

/**
 * What a short mail says.
 *
 * @param paragraphs its words
 * @param href where its link leads
 * @param label of the link
 */
public record MailText(Messages t, List<String> paragraphs, String href, String label) {}
