import { useTranslation } from "react-i18next";
import { Card } from "./Card.tsx";
import { SignInForm } from "./SignInForm.tsx";
import { useSessionStore } from "./session-context.ts";

/** Why the server has sent the browser here, from `?error=`. */
const REASONS = ["invalidCredentials", "tooManyRequests", "token"];

/** Stands at the place of whatever page was asked for, which is shown after. */
export function SignInPage() {
	const { t } = useTranslation();
	const session = useSessionStore();
	const reason = new URLSearchParams(location.search).get("error");
	return (
		<Card>
			<SignInForm
				error={
					reason !== null && REASONS.includes(reason)
						? t(`signIn.${reason}`)
						: undefined
				}
				onSignedIn={() => session.connect()}
			/>
		</Card>
	);
}
