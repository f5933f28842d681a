package egate.simulator.document;

import egate.emrtd.PaceProtocol;
import egate.emrtd.StandardParameters;

/** PACE with one set of domain parameters, as EF.CardAccess offers it. */
public record PaceOffer(PaceProtocol protocol, StandardParameters parameters) {}
