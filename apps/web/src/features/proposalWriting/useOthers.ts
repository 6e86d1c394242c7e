import { useApolloClient } from "@apollo/client/react";
import { useEffect } from "react";

/** Milliseconds between two looks: the longest until a save of somebody else shows. */
const period = 20_000;

/** Brings what others saved, now and then and when one comes back to the page: what is being typed stays. */
export function useOthers() {
  const client = useApolloClient();
  useEffect(() => {
    const look = () =>
      void (!document.hidden && navigator.onLine && client.refetchQueries({ include: ["ProposalEditPage"] }));
    const timer = setInterval(look, period);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [client]);
}
