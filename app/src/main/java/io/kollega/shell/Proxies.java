package io.kollega.shell;

import org.apache.catalina.util.NetMask;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Believes {@code X-Forwarded-For} from the proxies that {@code KOLLEGA_PROXIES} names, and from
 * nobody else: a request's address is the last one that none of ours has written. No other
 * forwarded header is believed: the {@link OutsideAddress} says all that they could.
 */
@Component
final class Proxies implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    /** Addresses and ranges; a pattern could be meant to say less than it does. */
    private static final String LIST = "[0-9A-Fa-f.:/, ]*";

    private final String named;

    Proxies(Environment environment) {
        named = environment.getProperty("KOLLEGA_PROXIES", "").strip();
        if (!named.matches(LIST) || !readable(named)) {
            throw new Misconfigured(
                    "KOLLEGA_PROXIES must be addresses or ranges with commas between them, such as"
                            + " 127.0.0.1,10.0.0.0/8, not "
                            + named
                            + ".");
        }
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        if (!named.isEmpty()) {
            factory.addEngineValves(valve());
        }
    }

    private RemoteIpValve valve() {
        RemoteIpValve valve = new RemoteIpValve();
        valve.setInternalProxies(named.replace(" ", ""));
        valve.setProtocolHeader(null);
        return valve;
    }

    /** The valve would take for a pattern what it can't read. */
    private static boolean readable(String list) {
        try {
            for (String one : list.isEmpty() ? new String[0] : list.split(",", -1)) {
                new NetMask(one.strip());
            }
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
