/**
 * Orders go down to a bridge, reports come up; {@link egate.report.ReportCodec} is strict and
 * bounded in both directions.
 *
 * <p>Deliberately absent: free text, free bytes, data groups, hashes of data groups, anything that
 * names a traveller or a document.
 */
package egate.report;
