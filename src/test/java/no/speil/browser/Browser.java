package no.speil.browser;

import com.deque.html.axecore.providers.EmbeddedResourceAxeProvider;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import javax.naming.OperationNotSupportedException;
import no.speil.web.TestServer;
import org.openqa.selenium.Alert;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.WrapsElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;

/**
 * Debian's Chromium, without a window. One that a test has closed is used by the next, without its
 * cookies and what else the pages have kept.
 */
final class Browser implements AutoCloseable {
  /** What takes longer hangs. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  /**
   * The same without all that windows need, which takes two thirds of the processor. The script of
   * that name in {@code /usr/bin} would leave it running when it is ended itself.
   */
  private static final Path SHELL = Path.of("/usr/lib/chromium/chromium-headless-shell");

  private static final Path CHROMIUM =
      Files.isExecutable(SHELL) ? SHELL : Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final String AXE = axe();

  private static final Queue<ChromeDriver> IDLE = new ConcurrentLinkedQueue<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> IDLE.forEach(ChromeDriver::quit)));
  }

  private final ChromeDriver driver;
  private URI home = URI.create("about:blank");

  private Browser() {
    ChromeDriver idle = IDLE.poll();
    driver = idle == null ? start() : idle;
  }

  private static String axe() {
    try {
      return new EmbeddedResourceAxeProvider().getScript();
    } catch (IOException | OperationNotSupportedException e) {
      throw new IllegalStateException("reading axe", e);
    }
  }

  private static ChromeDriver start() {
    for (Path program : List.of(CHROMIUM, DRIVER)) {
      if (!Files.isExecutable(program)) {
        throw new IllegalStateException(
            program + " is missing: install the packages chromium and chromium-driver.");
      }
    }
    var options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--renderer-process-limit=1",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--lang=en",
        "--window-size=1280,900", // of each window
        "--force-prefers-reduced-motion"); // a page that is still rolling cannot be clicked
    options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "en"));
    var service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    // a machine may have much to do, and the driver does one thing after the other
    var client = ClientConfig.defaultConfig().readTimeout(PATIENCE.multipliedBy(2));
    var driver = new ChromeDriver(service, options, client);
    driver.manage().timeouts().scriptTimeout(PATIENCE).pageLoadTimeout(PATIENCE);
    return driver;
  }

  /** Whether this machine has the browser and its driver. */
  static boolean isInstalled() {
    return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
  }

  static Browser open() {
    return new Browser();
  }

  static Browser withoutJavaScript() {
    var browser = new Browser();
    browser.driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    browser.driver.get("data:text/html,<script>document.title='on'</script>");
    if (!String.valueOf(browser.driver.getTitle()).isEmpty()) {
      throw new IllegalStateException("this browser still runs scripts");
    }
    return browser;
  }

  /** Goes on with that server, as the person at its machine. */
  Browser signedIn(TestServer server) {
    driver.get(server.signIn().toString());
    return at(server.address());
  }

  /** Goes on with a server at that address. */
  Browser at(URI address) {
    home = address;
    return this;
  }

  /** Gives it a device that keeps passkeys, whose owner is there and shows a finger. */
  VirtualAuthenticator addAuthenticator() {
    var options =
        new VirtualAuthenticatorOptions()
            .setProtocol(VirtualAuthenticatorOptions.Protocol.CTAP2)
            .setTransport(VirtualAuthenticatorOptions.Transport.INTERNAL)
            .setHasResidentKey(true)
            .setHasUserVerification(true)
            .setIsUserVerified(true);
    return driver.addVirtualAuthenticator(options);
  }

  /** Takes that device away, with the passkeys on it. */
  void remove(VirtualAuthenticator authenticator) {
    driver.removeVirtualAuthenticator(authenticator);
  }

  void narrow() {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 360, "height", 740, "deviceScaleFactor", 1, "mobile", true));
  }

  void wide() {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 1280, "height", 900, "deviceScaleFactor", 1, "mobile", false));
  }

  /** A wide window at 200 %. */
  void zoomed() {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 640, "height", 450, "deviceScaleFactor", 2, "mobile", false));
  }

  void dark() {
    scheme("dark");
  }

  void light() {
    scheme("light");
  }

  private void scheme(String colours) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
  }

  /** The page as a picture, down to the end or to that many pixels. */
  byte[] picture(int deepest) {
    long width = number("innerWidth");
    long height = Math.min(deepest, number("document.documentElement.scrollHeight"));
    Map<String, Object> answer =
        driver.executeCdpCommand(
            "Page.captureScreenshot",
            Map.of(
                "captureBeyondViewport",
                true,
                "optimizeForSpeed",
                true,
                "clip",
                Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)));
    return Base64.getDecoder().decode(String.valueOf(answer.get("data")));
  }

  /** Shows pages as they are printed, or as on a screen again. */
  void onPaper(boolean paper) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia", Map.of("media", paper ? "print" : "screen"));
  }

  /** Loads a page, and waits until the field that is to have the focus has it. */
  void visit(String path) {
    driver.get(home.resolve(path).toString());
    String settled =
        "return location.hash !== '' || document.activeElement !== document.body"
            + " || document.querySelector('[autofocus]') === null";
    patiently().until(ignored -> run(settled).equals("true"));
  }

  /** One step back; a script that goes there can be run twice, since it leaves its page. */
  void back() {
    driver.navigate().back();
  }

  /** Loads a page on which a script runs from its beginning. */
  void visit(String path, String script) {
    Object added =
        driver
            .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script))
            .get("identifier");
    visit(path);
    driver.executeCdpCommand(
        "Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", added));
  }

  /** What the page asks in a dialog of the browser, which is then answered. */
  String answers(boolean yes) {
    Alert question = patiently().until(ExpectedConditions.alertIsPresent());
    String words = question.getText();
    if (yes) {
      question.accept();
    } else {
      question.dismiss();
    }
    return words;
  }

  /** Asks every few milliseconds, for minutes, so that only a hang ends it. */
  private FluentWait<WebDriver> patiently() {
    return new WebDriverWait(driver, PATIENCE).pollingEvery(Duration.ofMillis(20));
  }

  /** Goes on in the window that was opened from here, and closes it when that is done. */
  void inTheOtherWindow(Runnable what) {
    String here = driver.getWindowHandle();
    String other =
        patiently()
            .until(
                ignored ->
                    driver.getWindowHandles().stream()
                        .filter(each -> !each.equals(here))
                        .findAny()
                        .orElse(null));
    driver.switchTo().window(other);
    what.run();
    driver.close();
    driver.switchTo().window(here);
  }

  /** An element that is looked up again when a script has put another in its place. */
  WebElement find(String css) {
    var found = new AtomicReference<>(lookUp(css));
    return (WebElement)
        Proxy.newProxyInstance(
            Browser.class.getClassLoader(),
            new Class<?>[] {WebElement.class, WrapsElement.class},
            (proxy, method, arguments) -> {
              if (method.getDeclaringClass() == WrapsElement.class) {
                return found.get();
              }
              while (true) {
                try {
                  return method.invoke(found.get(), arguments);
                } catch (InvocationTargetException e) {
                  if (!(e.getCause() instanceof StaleElementReferenceException)) {
                    throw e.getCause();
                  }
                  found.set(lookUp(css));
                }
              }
            });
  }

  private WebElement lookUp(String css) {
    return patiently().until(ignored -> driver.findElement(By.cssSelector(css)));
  }

  /** At least one. */
  List<WebElement> findAll(String css) {
    return patiently()
        .until(ExpectedConditions.numberOfElementsToBeMoreThan(By.cssSelector(css), 0));
  }

  /** Whether the page has no such element, now or in a few seconds. */
  boolean lacks(String css) {
    return patiently().until(ignored -> driver.findElements(By.cssSelector(css)).isEmpty());
  }

  /** Whether the page shows none of those elements, if it has any, now or in a few seconds. */
  boolean hides(String css) {
    return patiently()
        .ignoring(WebDriverException.class) // an element that has just been replaced
        .until(
            ignored ->
                driver.findElements(By.cssSelector(css)).stream()
                    .noneMatch(WebElement::isDisplayed));
  }

  /** Whether an element shows that text, now or in a few seconds. */
  boolean shows(String css, String text) {
    return patiently()
        .ignoring(WebDriverException.class) // an element of the page that has just been left
        .until(ignored -> find(css).getText().equals(text));
  }

  /** Whether an element has that text, seen or not, now or in a few seconds. */
  boolean says(String css, String text) {
    return patiently()
        .ignoring(WebDriverException.class) // an element that has just been replaced
        .until(ignored -> text.equals(find(css).getDomProperty("textContent")));
  }

  /** Whether a field holds that text, now or in a few seconds. */
  boolean holds(String css, String text) {
    return patiently()
        .ignoring(WebDriverException.class) // a field that has just been replaced
        .withMessage(() -> css + " holds " + find(css).getDomProperty("value"))
        .until(ignored -> text.equals(find(css).getDomProperty("value")));
  }

  /** The words that a highlight of that name marks. */
  String marked(String name) {
    String all = "return [...CSS.highlights.get(arguments[0])].map(String).join('|')";
    return String.valueOf(driver.executeScript(all, name));
  }

  /** Whether a highlight of that name marks those words, now or in a few seconds. */
  boolean marks(String name, String words) {
    return patiently().until(ignored -> marked(name).equals(words));
  }

  /** Puts a text where the focus is, at once, as an input method does. */
  void insert(String text) {
    driver.executeCdpCommand("Input.insertText", Map.of("text", text));
  }

  /** Presses keys where the focus is. */
  void press(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** The id of the element that has the focus, in a few seconds the one expected. */
  boolean hasFocus(String id) {
    return patiently()
        .ignoring(WebDriverException.class)
        .until(ignored -> id.equals(driver.switchTo().activeElement().getDomAttribute("id")));
  }

  /** Whether the address begins so, now or in a few seconds. */
  boolean waitsAt(String beginning) {
    return patiently()
        .withMessage(() -> address() + " does not begin with " + beginning)
        .until(ignored -> address().startsWith(beginning));
  }

  /** Whether the address is that one, now or in a few seconds. */
  boolean isAt(String whole) {
    return patiently()
        .withMessage(() -> address() + " is not " + whole)
        .until(ignored -> address().equals(whole));
  }

  /** Whether the address is another than that one, now or in a few seconds. */
  boolean leaves(String whole) {
    return patiently()
        .withMessage(() -> "still at " + whole)
        .until(ignored -> !address().equals(whole));
  }

  /** What a script returns, as text. */
  String run(String script, Object... arguments) {
    return String.valueOf(driver.executeScript(script, arguments));
  }

  /** What a script hands to the last of its arguments, as text. */
  String await(String script) {
    return String.valueOf(driver.executeAsyncScript(script));
  }

  /** Says whether pages may put something on the clipboard. */
  void clipboard(String setting) {
    driver.executeCdpCommand(
        "Browser.setPermission",
        Map.of("permission", Map.of("name", "clipboard-write"), "setting", setting));
  }

  String address() {
    return driver.getCurrentUrl() == null
        ? ""
        : driver.getCurrentUrl().substring(home.toString().length());
  }

  /** Selects those characters of an element's first text, as with a mouse. */
  void select(String css, int from, int to) {
    driver.executeScript(
        "const words = document.createTreeWalker(document.querySelector(arguments[0]), 4).nextNode();"
            + "document.getSelection().setBaseAndExtent(words, arguments[1], words, arguments[2])",
        css + " p",
        from,
        to);
  }

  /** Clicks twice on the last of those words of an element's texts. */
  void doubleClick(String css, String words) {
    Map<String, Object> place = place(css, words);
    for (int count = 1; count <= 2; count++) {
      for (String type : List.of("mousePressed", "mouseReleased")) {
        var event = new HashMap<String, Object>(place);
        event.putAll(Map.of("type", type, "button", "left", "clickCount", count));
        driver.executeCdpCommand("Input.dispatchMouseEvent", event);
      }
    }
  }

  /** Keeps a finger on those words of an element's texts until something is looked up. */
  void longPress(String css, String words) {
    touch("touchStart", List.of(place(css, words)));
    hidesNot("#word-box");
    touch("touchEnd", List.of());
  }

  private void touch(String type, List<Map<String, Object>> points) {
    driver.executeCdpCommand(
        "Input.dispatchTouchEvent", Map.of("type", type, "touchPoints", points));
  }

  private void hidesNot(String css) {
    patiently().until(ignored -> find(css).isDisplayed());
  }

  /**
   * Where in the window the last of the words is, in the first text of the element that has them.
   */
  private Map<String, Object> place(String css, String words) {
    String[] at =
        run(
                """
                const texts = document.createTreeWalker(document.querySelector(arguments[0]), 4);
                while (texts.nextNode() && !texts.currentNode.data.includes(arguments[1]));
                const text = texts.currentNode;
                const end = text.data.indexOf(arguments[1]) + arguments[1].length;
                const range = document.createRange();
                range.setStart(text, end - 1);
                range.setEnd(text, end);
                const box = range.getBoundingClientRect();
                return box.left + 1 + ' ' + (box.top + box.height / 2)""",
                css,
                words)
            .split(" ");
    return Map.of("x", Double.parseDouble(at[0]), "y", Double.parseDouble(at[1]));
  }

  /** By how many pixels the page is wider than the window, without the room of a scrollbar. */
  long overhang() {
    return number(
        "document.documentElement.scrollWidth"
            + " - Math.round(document.documentElement.getBoundingClientRect().width)");
  }

  /** The texts of those elements that are not in the window from edge to edge, or are not shown. */
  List<String> outside(String css) {
    Object found =
        driver.executeAsyncScript(
            """
            const [css, done] = arguments;
            // The page's own answer to a click comes by the next frame but one.
            requestAnimationFrame(() => requestAnimationFrame(() =>
              done([...document.querySelectorAll(css)].filter(it => {
                const box = it.getBoundingClientRect();
                return !it.checkVisibility() || box.left < 0 || box.right > innerWidth
                  || box.top < 0 || box.bottom > innerHeight;
              }).map(it => it.textContent))))""",
            css);
    return ((List<?>) Objects.requireNonNull(found)).stream().map(String::valueOf).toList();
  }

  private long number(String expression) {
    return Long.parseLong(run("return " + expression));
  }

  /** What axe finds wrong with the page, with all that is folded unfolded. */
  List<String> barriers() {
    return barriers("rules: {'target-size': {enabled: true}},");
  }

  /** What of that changes with the colours. */
  List<String> barriersOfColour() {
    return barriers("runOnly: ['color-contrast'],");
  }

  /** By axe itself: its library for browsers opens another window for each page. */
  private List<String> barriers(String rules) {
    if (run("return typeof axe").equals("undefined")) {
      driver.executeScript(AXE);
    }
    Object found =
        driver.executeAsyncScript(
            "document.querySelectorAll('details').forEach(it => it.open = true);"
                + "const done = arguments[0];"
                + "axe.run(document, {"
                + rules
                + "preload: false, resultTypes: ['violations']}).then("
                + "  all => done(all.violations.map(it => it.id + ': ' + it.help + ' '"
                + "    + it.nodes.slice(0, 3).map(node => node.html))),"
                + "  error => done(['axe fails: ' + error]));");
    return ((List<?>) Objects.requireNonNull(found)).stream().map(String::valueOf).toList();
  }

  @Override
  public void close() {
    try {
      forget();
      IDLE.add(driver);
    } catch (WebDriverException e) {
      driver.quit();
    }
  }

  /** Closes the window and opens another, for which what pages have stored is still there. */
  void reopen() {
    String old = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    String empty = driver.getWindowHandle();
    driver.switchTo().window(old);
    driver.close();
    driver.switchTo().window(empty);
  }

  /** Leaves an empty window that is like a new one. */
  private void forget() {
    Set<String> windows = driver.getWindowHandles();
    driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    driver.executeCdpCommand("Browser.resetPermissions", Map.of());
    if (!home.isOpaque()) {
      driver.executeCdpCommand(
          "Storage.clearDataForOrigin",
          Map.of("origin", home.resolve("/").toString(), "storageTypes", "all"));
    }
    driver.switchTo().newWindow(WindowType.TAB);
    String empty = driver.getWindowHandle();
    for (String window : windows) {
      driver.switchTo().window(window);
      driver.close();
    }
    driver.switchTo().window(empty);
  }
}
