package org.fazhi.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the class that may use {@code com.sun.net.httpserver}. The forbidden-calls check takes every {@code com.sun} package
 * for internal; this one is exported and documented by the module {@code jdk.httpserver} of every JDK since 9.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@interface JdkHttpServer {}
