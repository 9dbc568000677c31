package no.speil.web.inbox;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import no.speil.archive.NoticeLog;
import no.speil.archive.NoticeLog.Told;
import no.speil.corpus.Problem;
import no.speil.corpus.Role;
import no.speil.library.actions.Actor;
import no.speil.messages.Messages;
import no.speil.messages.ProblemLine;
import no.speil.people.Account;
import no.speil.people.Preferences.Digest;
import no.speil.web.page.MailText;
import no.speil.web.page.ShortText;
import no.speil.web.page.SiteContext;
import no.speil.web.page.UiLanguage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends people what waits for them, in the morning of each day or week if there is something new,
 * and keepers what has gone wrong and stays so for some minutes.
 */
public final class Notifier implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
  private static final Duration BETWEEN = Duration.ofMinutes(5);
  private static final int MORNING = 6;

  /** So far back the first digest goes, which is sent at once. */
  private static final Duration AT_FIRST = Duration.ofDays(7);

  private static final int MOST_PROBLEMS = 50;

  private final SiteContext site;
  private final MyWorkPage work;
  private final NoticeLog log;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("notifier").factory());
  private Set<String> lastProblems = Set.of();

  /** Null until the file has been read, which is for the next start. */
  private @Nullable Told told;

  public Notifier(SiteContext site) {
    this.site = site;
    this.work = new MyWorkPage(site);
    this.log = new NoticeLog(site.library().archive().root());
  }

  /** Begins to look. */
  public void start() {
    long seconds = BETWEEN.toSeconds();
    var unused = thread.scheduleWithFixedDelay(this::look, seconds, seconds, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      look(site.clock().instant());
    } catch (RuntimeException e) {
      LOG.warn("notices are tried again", e);
    }
  }

  /** Sends what is due. */
  void look(Instant now) {
    if (!site.library().sync().readiness().complete()) {
      return;
    }
    Told before = told == null ? log.read() : told;
    var digests = new HashMap<>(before.digests());
    Map<Account, Instant> due = new LinkedHashMap<>();
    for (Account account : site.requirePeople().accounts()) {
      Digest digest = account.preferences().digest();
      Instant last = digests.getOrDefault(account.name(), now.minus(AT_FIRST));
      if (digest != null && account.isOpen() && last.isBefore(morning(digest.every(), now))) {
        due.put(account, last);
        digests.put(account.name(), now);
      }
    }
    keep(new Told(digests, before.problems())); // first, so that nothing is ever sent all the time
    due.forEach((account, since) -> attempt(account, () -> send(account, since)));
    alarm(new Told(digests, before.problems()));
  }

  private void keep(Told now) {
    if (!now.equals(told)) {
      told = now;
      log.write(now);
    }
  }

  /** What fails for one person is the affair of no other. */
  private static void attempt(Account account, Runnable sending) {
    try {
      sending.run();
    } catch (RuntimeException e) {
      LOG.error("a mail to {} could not be made", account.name(), e);
    }
  }

  /** The last morning on which that digest was due. */
  private static Instant morning(Digest.Every every, Instant now) {
    ZonedDateTime here = now.atZone(ZoneId.systemDefault()).minusHours(MORNING);
    LocalDate day = here.toLocalDate();
    LocalDate due =
        every == Digest.Every.DAY
            ? day
            : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return due.atTime(MORNING, 0).atZone(here.getZone()).toInstant();
  }

  private static Messages language(Account account) {
    return Optional.ofNullable(account.preferences().digest())
        .flatMap(digest -> UiLanguage.named(digest.lang()))
        .orElse(Messages.ENGLISH);
  }

  private void send(Account account, Instant since) {
    Digest digest = Objects.requireNonNull(account.preferences().digest());
    Messages t = language(account);
    var person = new Actor(account.name(), "web", account.role());
    work.digest(t, person, since)
        .ifPresent(
            news -> {
              long waiting = news.groups().stream().mapToLong(InboxGroup::total).sum();
              String subject = t.of("digest.subject", waiting, site.archiveName(t));
              String path = "/digest?secret=" + digest.unsubscribeSecret();
              site.notices()
                  .send(
                      account, "digest", subject, "inbox/digest", new DigestMail(news, path), path);
            });
  }

  /** Tells keepers of problems that were there at the last look, too, and that are new to them. */
  private void alarm(Told before) {
    var problems = new LinkedHashMap<String, Problem>();
    site.problems().stream()
        .filter(each -> each.kind() != Problem.Kind.MAIL_FAILED) // that would be told by mail
        .forEach(each -> problems.putIfAbsent(each.kind().code() + " " + each.file(), each));
    var still = new TreeSet<>(problems.keySet());
    still.retainAll(before.problems());
    List<String> lasting =
        problems.keySet().stream()
            .filter(each -> lastProblems.contains(each) && !still.contains(each))
            .toList();
    lastProblems = Set.copyOf(problems.keySet());
    still.addAll(lasting);
    keep(new Told(before.digests(), still)); // before it is told, as above
    if (!lasting.isEmpty()) {
      alarm(lasting.stream().map(problems::get).toList());
    }
  }

  private void alarm(List<Problem> problems) {
    List<Problem> shown = problems.stream().limit(MOST_PROBLEMS).toList();
    site.notices().tell(Map.of("event", "problems", "problems", lines(Messages.ENGLISH, shown)));
    for (Account account : site.requirePeople().accounts()) {
      if (account.isOpen() && account.role() == Role.KEEPER) {
        attempt(account, () -> alarm(account, problems.size(), shown));
      }
    }
  }

  private void alarm(Account account, int number, List<Problem> shown) {
    Messages t = language(account);
    String subject = t.of("alarm.subject", number, site.archiveName(t));
    List<String> words =
        lines(t, shown).stream()
            .map(line -> ShortText.joined(": ", line.file(), line.what() + " " + line.remedy()))
            .toList();
    var mail = new MailText(t, words, "/problems", t.of("problems.title"));
    site.notices().send(account, "alarm", subject, mail);
  }

  private List<ProblemLine> lines(Messages t, List<Problem> problems) {
    return ProblemLine.all(t, problems, site.settings().sitePath());
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  /**
   * What a person is sent.
   *
   * @param unsubscribe the path at which they end it
   */
  public record DigestMail(MyWorkPage.News news, String unsubscribe) {}
}
