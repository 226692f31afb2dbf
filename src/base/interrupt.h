/* interrupt.h: being asked to stop (SIGINT, SIGTERM, SIGHUP), so that work ends where nothing is half done. */
#ifndef BORDERMAP_INTERRUPT_H
#define BORDERMAP_INTERRUPT_H

#include <stdbool.h>

/* From now on the first such signal is noted; a second one ends the program at once. */
void interrupt_catch(void);

bool interrupt_pending(void);

/* Ends the program by the signal that was noted, as its parent expects; returns if there was none. */
void interrupt_finish(void);

/* Forgets the signal that was noted: the end that it asked for was the end that was meant. */
void interrupt_settle(void);

#endif
