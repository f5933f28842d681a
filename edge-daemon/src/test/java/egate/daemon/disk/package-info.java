/**
 * A disk in memory under one fault plan: power that fails in the midst of any operation, space that
 * runs out. The journal reaches it through its storage, H2 through a file system plug-in, so that
 * one plan cuts both.
 */
package egate.daemon.disk;
