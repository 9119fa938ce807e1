package io.agentbay.reactive.checks.browser;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that looks at pages in headless Chromium; profile {@code browser} runs such classes and no others.
 *
 * <p>Its methods may take a {@link Tab}: a fresh one each, with storage of its own. A test fails when its page threw,
 * logged an error or broke its content security policy. Skipped, with the reason, where Chromium or Node.js is not
 * installed. One Chromium serves the whole class; methods of a class run one after the other.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Tag("browser")
@ExtendWith(BrowserExtension.class)
public @interface BrowserTest {}
