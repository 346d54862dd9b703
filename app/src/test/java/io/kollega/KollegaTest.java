package io.kollega;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test on the whole application over a real, fresh database, with a clock that stands still and
 * nothing running by itself. All tests with this annotation share one context and one database, so
 * each works with requests and units of its own, or counts differences.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Kollega.class, properties = "kollega.background=false")
@AutoConfigureMockMvc
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({TestClock.Standing.class, Cast.class, Statements.Listening.class})
public @interface KollegaTest {}
