package io.agentbay.reactive.common;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks packages, types and methods whose results must not be ignored.
 *
 * <p>A publisher that nobody subscribes to does nothing, so ignoring one is always a mistake. Error Prone and several
 * IDEs recognise this annotation by its simple name and report such calls.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PACKAGE, ElementType.TYPE, ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface CheckReturnValue {}
